import type { Grant, GrantSource, LedgerTransaction } from './ledger';

/** A grant that takes over what is left of another one, until another instant. */
export interface Successor {
  transactions: LedgerTransaction[];
  grant: Grant & { reference: string; transactionId: string; replaces: string };
}

/** The transaction that takes an amount of a grant back. */
export function takeBackOf(grantId: string, amount: number, now: Date, id: string): LedgerTransaction {
  return {
    id,
    kind: 'take_back',
    action: null,
    reference: grantId,
    reverses: null,
    source: null,
    expiresAt: null,
    effectiveAt: now,
    amount: -amount,
    against: 'taken_back',
    allocations: [{ grantId, amount: -amount }],
  };
}

/**
 * Moves an amount of a grant to another expiry: entries are never changed, so it is taken back and granted again.
 * @param first the first grant of the line, which every later one names
 */
export function moveExpiry(
  { grant, first, amount }: { grant: { id: string; source: GrantSource }; first: string; amount: number },
  expiresAt: Date | null,
  now: Date,
  newId: () => string,
): Successor {
  const id = newId();
  const issue: LedgerTransaction = {
    id: newId(),
    kind: 'grant',
    action: null,
    reference: id,
    reverses: null,
    source: grant.source,
    expiresAt,
    effectiveAt: now,
    amount,
    against: 'issued',
    allocations: [],
  };
  const made = { id, source: grant.source, amount, remaining: amount, expiresAt, grantedAt: now };
  return {
    transactions: [takeBackOf(grant.id, amount, now, newId()), issue],
    grant: { ...made, reference: id, transactionId: issue.id, replaces: first },
  };
}

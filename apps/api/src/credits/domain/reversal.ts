import { expiryOf } from './expiry';
import type { Allocation, Grant, LedgerTransaction } from './ledger';
import { moveExpiry, type Successor, takeBackOf } from './redating';

/** A charge that is to be given back. */
export interface ReversedCharge {
  id: string;
  reference: string | null;
  allocations: readonly Allocation[];
}

/** The grants that a charge took from, as they are now, and what has taken their place since. */
export interface ChargedGrants {
  grants: readonly Grant[];
  replacements: ReadonlyMap<string, { first: string; expiresAt: Date | null }>;
  /** Those that were taken back as a whole. */
  takenBack: ReadonlySet<string>;
}

/**
 * Returns a charge to the grants it came from; what returns to a grant that has expired since expires at once, what returns to
 * one that was taken back is taken back, and what returns to one whose expiry has moved follows it.
 */
export function reverse(
  charge: ReversedCharge,
  { grants, replacements, takenBack }: ChargedGrants,
  now: Date,
  newId: () => string,
): { transactions: LedgerTransaction[]; grants: Successor['grant'][] } {
  const returned = charge.allocations.map(({ grantId, amount }) => ({ grantId, amount: -amount }));
  const reversal: LedgerTransaction = {
    id: newId(),
    kind: 'reversal',
    action: null,
    reference: charge.reference,
    reverses: charge.id,
    source: null,
    expiresAt: null,
    effectiveAt: now,
    amount: returned.reduce((sum, { amount }) => sum + amount, 0),
    against: 'spent',
    allocations: returned,
  };
  const transactions = [reversal];
  const made: Successor['grant'][] = [];
  for (const grant of grants) {
    const amount = returned.find(({ grantId }) => grantId === grant.id)?.amount;
    const replacement = replacements.get(grant.id);
    if (amount === undefined) continue;
    if (takenBack.has(grant.id)) {
      transactions.push(takeBackOf(grant.id, amount, now, newId()));
    } else if (replacement) {
      const successor = moveExpiry({ grant, first: replacement.first, amount }, replacement.expiresAt, now, newId);
      transactions.push(...successor.transactions);
      made.push(successor.grant);
    } else if (grant.expiresAt !== null && grant.expiresAt <= now) {
      transactions.push(expiryOf(grant, amount, newId(), now));
    }
  }
  return { transactions, grants: made };
}

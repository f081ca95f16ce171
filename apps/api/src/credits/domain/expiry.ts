import type { Grant, LedgerTransaction } from './ledger';

/** Expired grants with credits left, in the order of their expiry. */
function overdueGrants(grants: readonly Grant[], now: Date): Grant[] {
  return grants
    .filter((grant) => grant.remaining > 0 && grant.expiresAt !== null && grant.expiresAt <= now)
    .sort((one, other) => Number(one.expiresAt) - Number(other.expiresAt) || (one.id < other.id ? -1 : 1));
}

/** The transaction that expires an amount of a grant, effective at the grant's expiry. */
export function expiryOf(grant: Grant, amount: number, id: string, effectiveAt: Date): LedgerTransaction {
  return {
    id,
    kind: 'expiry',
    action: null,
    reference: grant.id,
    reverses: null,
    source: null,
    expiresAt: null,
    effectiveAt,
    amount: -amount,
    against: 'expired',
    allocations: [{ grantId: grant.id, amount: -amount }],
  };
}

/** The transactions that every act on an account begins with: what is overdue expires, effective when it should have. */
export function expireOverdue(grants: readonly Grant[], now: Date, newId: () => string): LedgerTransaction[] {
  return overdueGrants(grants, now).map((grant) => expiryOf(grant, grant.remaining, newId(), grant.expiresAt ?? now));
}

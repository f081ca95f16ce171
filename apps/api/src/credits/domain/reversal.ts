import { expiryOf } from './expiry';
import type { Allocation, Grant, LedgerTransaction } from './ledger';

/** A charge that is to be given back. */
export interface ReversedCharge {
  id: string;
  reference: string | null;
  allocations: readonly Allocation[];
}

/**
 * Returns a charge to the grants it came from; what returns to a grant that has expired since expires at once.
 * @param grants the grants that the charge took from, as they are now
 */
export function reverse(
  charge: ReversedCharge,
  grants: readonly Grant[],
  now: Date,
  newId: () => string,
): LedgerTransaction[] {
  const returned = charge.allocations.map(({ grantId, amount }) => ({ grantId, amount: -amount }));
  const total = returned.reduce((sum, { amount }) => sum + amount, 0);
  const reversal: LedgerTransaction = {
    id: newId(),
    kind: 'reversal',
    action: null,
    reference: charge.reference,
    reverses: charge.id,
    source: null,
    expiresAt: null,
    effectiveAt: now,
    amount: total,
    against: 'spent',
    allocations: returned,
  };
  const expiries = grants.flatMap((grant) => {
    const amount = returned.find(({ grantId }) => grantId === grant.id)?.amount;
    const expired = grant.expiresAt !== null && grant.expiresAt <= now;
    return amount !== undefined && expired ? [expiryOf(grant, amount, newId(), now)] : [];
  });
  return [reversal, ...expiries];
}

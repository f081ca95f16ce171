import type { Allocation, Grant } from './ledger';

const never = Number.POSITIVE_INFINITY;

function compare(one: Grant, other: Grant): number {
  return (
    (one.expiresAt?.getTime() ?? never) - (other.expiresAt?.getTime() ?? never) ||
    Number(one.source !== 'plan') - Number(other.source !== 'plan') ||
    one.grantedAt.getTime() - other.grantedAt.getTime() ||
    (one.id < other.id ? -1 : 1)
  );
}

/** Grants in the order in which they are used up: earliest expiry, plan before the rest, age, id. */
export function consumptionOrder(grants: readonly Grant[]): Grant[] {
  // Two grants that never expire differ by Infinity − Infinity, which is NaN and therefore falsy: the next rule decides.
  return [...grants].sort(compare);
}

/** A grant is spendable until the instant of its expiry, and not at it. */
export function isSpendable(grant: Grant, now: Date): boolean {
  return grant.remaining > 0 && (grant.expiresAt === null || grant.expiresAt > now);
}

/**
 * Takes an amount from grants in their fixed order.
 * @returns what is taken from which grant, or null when there is not enough
 */
export function consume(grants: readonly Grant[], amount: number, now: Date): Allocation[] | null {
  const allocations: Allocation[] = [];
  let open = amount;
  for (const grant of consumptionOrder(grants.filter((candidate) => isSpendable(candidate, now)))) {
    if (open === 0) break;
    const taken = Math.min(open, grant.remaining);
    allocations.push({ grantId: grant.id, amount: -taken });
    open -= taken;
  }
  return open === 0 ? allocations : null;
}

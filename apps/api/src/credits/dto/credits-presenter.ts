import type { Balance } from '../use-cases/read-balance';
import type { Credits, OwnLimit } from './credits.dto';

/** Renders what a tenant can spend. @param ownLimit that of the caller, who is a member of it */
export function toCredits(
  { balance, editCost, editsLeft, expiring, suspendedAt }: Balance,
  ownLimit: OwnLimit | null = null,
): Credits {
  const dated = expiring.map(({ amount, expiresAt }) => ({ amount, expiresAt: expiresAt.toISOString() }));
  return { balance, editCost, editsLeft, expiring: dated, suspendedAt: suspendedAt?.toISOString() ?? null, ownLimit };
}

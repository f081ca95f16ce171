import type { Balance } from '../use-cases/read-balance';
import type { Credits } from './credits.dto';

/** Renders what a tenant can spend. */
export function toCredits({ balance, editCost, editsLeft, expiring, suspendedAt }: Balance): Credits {
  const dated = expiring.map(({ amount, expiresAt }) => ({ amount, expiresAt: expiresAt.toISOString() }));
  return { balance, editCost, editsLeft, expiring: dated, suspendedAt: suspendedAt?.toISOString() ?? null };
}

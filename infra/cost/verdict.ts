import { monthlyLimit } from '../lib/monthly-limit';

/** Why a month of production is refused; nothing when it costs what it may. */
export function refusalOf(usd: number): string | undefined {
  const { min, max } = monthlyLimit;
  if (usd >= min && usd <= max) return undefined;
  return `Production and the account cost ${usd.toFixed(2)} USD a month: that is not within ${min}–${max}.`;
}

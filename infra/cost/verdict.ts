import { monthlyLimit } from '../lib/monthly-limit';

/** Why the monthly cost of production is rejected; nothing when it is within the limits. */
export function refusalOf(usd: number): string | undefined {
  const { min, max } = monthlyLimit;
  if (usd >= min && usd <= max) return undefined;
  return `Production and the account cost ${usd.toFixed(2)} USD a month: that is not within ${min}–${max}.`;
}

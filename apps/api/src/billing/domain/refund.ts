/**
 * What the refunds of a payment take back of the credits that it bought, together: the same part of the credits as of the money,
 * rounded down, and all of them once all of the money was given back.
 * @param refunds the amounts, in paise
 * @returns the credits that are due, and whether the whole payment was given back
 */
export function refundedCredits(
  refunds: readonly number[],
  paid: number,
  credits: number,
): { due: number; complete: boolean } {
  const total = refunds.reduce((sum, amount) => sum + amount, 0);
  const refunded = Math.min(paid, total);
  return { due: Math.floor((credits * refunded) / paid), complete: refunded === paid };
}

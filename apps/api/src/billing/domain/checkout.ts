import type { Money } from './plans';

/** How far a checkout has come. */
export type CheckoutStatus = 'open' | 'abandoned' | 'declined' | 'mismatched' | 'paid';

/** The outcomes that a provider reports of a checkout. */
export type CheckoutOutcome = Exclude<CheckoutStatus, 'open'>;

/**
 * Where each outcome leads from each status; what is not listed changes nothing. The table only leads forward, so the
 * order in which outcomes arrive does not matter: a late success is accepted, and nothing leads away from `paid`.
 */
const transitions: Record<CheckoutStatus, readonly CheckoutOutcome[]> = {
  open: ['abandoned', 'declined', 'mismatched', 'paid'],
  abandoned: ['declined', 'mismatched', 'paid'],
  declined: ['mismatched', 'paid'],
  mismatched: ['paid'],
  paid: [],
};

/** The status of a checkout after an outcome has become known. */
export function settle(status: CheckoutStatus, outcome: CheckoutOutcome): CheckoutStatus {
  return transitions[status].includes(outcome) ? outcome : status;
}

/** Whether what was captured is exactly what was asked for. */
export function isPriceOf(asked: Money, captured: { amount: number; currency: string }): boolean {
  return captured.amount === asked.amount && captured.currency === asked.currency;
}

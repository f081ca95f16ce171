import { problem } from '../platform/errors/problem';

export const insufficientCredits = problem('payment-required', 'credits.insufficient', 'There are not enough credits.');
export const subscriptionRequired = problem(
  'payment-required',
  'subscription.required',
  'This needs an active subscription.',
);
export const featureRequired = problem('payment-required', 'feature.required', 'This needs a plan that has it.');
export const alreadyReversed = problem('conflict', 'charge.reversed', 'This charge has been given back already.');

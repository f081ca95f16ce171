import { problem } from '../platform/errors/problem';

export const insufficientCredits = problem('payment-required', 'credits.insufficient', 'Not enough credits.');
export const memberLimitReached = problem(
  'forbidden',
  'credits.member-limit',
  'You have spent what your organisation allows you in this period.',
);
export const subscriptionRequired = problem(
  'payment-required',
  'subscription.required',
  'An active subscription is required.',
);
export const featureRequired = problem(
  'payment-required',
  'feature.required',
  'Your plan does not include this feature.',
);
export const alreadyReversed = problem('conflict', 'charge.reversed', 'The charge has already been reversed.');
export const creditsSuspended = problem(
  'conflict',
  'credits.suspended',
  'Your credits are being checked and cannot be spent until then. Nothing is lost.',
);

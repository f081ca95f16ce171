import { problem } from '../platform/errors/problem';

export const alreadyPaidAhead = problem('conflict', 'subscription.paid-ahead', 'The next period is paid already.');
export const subscriptionOver = problem(
  'conflict',
  'subscription.none',
  'There is no active subscription to cancel or resume.',
);
export const mandateRequired = problem(
  'conflict',
  'renewal.mandate',
  'Nothing can be debited: give your consent with the next payment, then it renews automatically.',
);
export const renewalNotOffered = problem(
  'invalid',
  'renewal.not-offered',
  'This payment provider cannot renew automatically.',
);
export const providerNotOffered = problem('invalid', 'payment.provider', 'This payment provider is not offered.');
export const providerUnavailable = problem(
  'unavailable',
  'payment.unavailable',
  'The payment provider does not answer. Try again; an order is never charged twice.',
);
export const refundTooLarge = problem(
  'conflict',
  'refund.too-large',
  'No more can be refunded than was paid and is not refunded yet.',
);
export const refundRejected = problem('conflict', 'refund.rejected', 'The payment provider refuses this refund.');
export const wrongSignature = problem('invalid', 'webhook.signature', "The event's signature is invalid.");
export const unreadableEvent = problem('invalid', 'webhook.unreadable', 'The event is signed but malformed.');

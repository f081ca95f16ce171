import { problem } from '../platform/errors/problem';

export const subscriptionExists = problem(
  'conflict',
  'subscription.exists',
  'There is a subscription already. Change it instead of buying another.',
);
export const subscriptionOver = problem(
  'conflict',
  'subscription.none',
  'There is no running subscription to cancel or resume.',
);
export const wrongSignature = problem('invalid', 'webhook.signature', 'This event was not signed by the provider.');
export const unreadableEvent = problem('invalid', 'webhook.unreadable', 'This event is signed but cannot be read.');

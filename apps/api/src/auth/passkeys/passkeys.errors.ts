import { problem } from '../../platform/errors/problem';

export const passkeyUnknown = problem('unauthenticated', 'passkey.unknown', 'There is no account with this passkey.');
export const passkeyInvalid = problem(
  'unauthenticated',
  'passkey.invalid',
  'This passkey could not be checked, or it took too long. Try again.',
);
export const passkeyRejected = problem(
  'invalid',
  'passkey.rejected',
  'This passkey could not be added, or it took too long. Try again.',
);
export const passkeyExists = problem('conflict', 'passkey.exists', 'This passkey was added already.');
export const tooManyPasskeys = problem(
  'conflict',
  'passkey.too-many',
  'An account has at most 20 passkeys. Remove one first.',
);

import { problem } from '../../platform/errors/problem';

export const identityNotOffered = problem(
  'not-found',
  'identity.not-offered',
  'This way of signing in is not offered.',
);
export const identityUnavailable = problem(
  'unavailable',
  'identity.unavailable',
  'The provider cannot be reached. Try again, or sign in another way.',
);
export const identityRejected = problem(
  'unauthenticated',
  'identity.rejected',
  'The sign-in at the provider was not completed, or took too long. Begin again.',
);
export const identityEmailUnverified = problem(
  'forbidden',
  'identity.email-unverified',
  'Confirm your e-mail address at the provider first, or register with it here.',
);
export const identityAccountExists = problem(
  'conflict',
  'identity.account-exists',
  'There is an account with this e-mail address. Sign in to it, then connect the provider in the settings.',
);
export const identityTaken = problem(
  'conflict',
  'identity.taken',
  'This identity is connected already, or your account has another one of this provider.',
);
export const lastWayToSignIn = problem(
  'conflict',
  'sign-in.last-way',
  'This is the only way in which you can sign in. Choose a password first.',
);

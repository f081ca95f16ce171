import { problem } from '../platform/errors/problem';

export const accountExists = problem(
  'conflict',
  'account.exists',
  'There is an account with this e-mail address. Sign in instead.',
);
export const accountBlocked = problem(
  'forbidden',
  'account.blocked',
  'This account is blocked. Write to us if you think that is a mistake.',
);
export const wrongCredentials = problem(
  'unauthenticated',
  'credentials.wrong',
  'The e-mail address or the password is not right.',
);
export const notSignedIn = problem('unauthenticated', 'session.required', 'Sign in to go on.');
export const sessionEnded = problem('unauthenticated', 'session.ended', 'This session has ended. Sign in again.');
export const roleInsufficient = problem(
  'forbidden',
  'role.insufficient',
  'Your role in this organisation does not allow that.',
);
export const weakPassword = problem('invalid', 'password.weak', 'This password is too easy to guess.');
export const noSuchRoute = problem('not-found', 'auth.strategy', 'This way of signing in is not used here.');

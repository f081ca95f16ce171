import { problem } from '../platform/errors/problem';

export const accountExists = problem(
  'conflict',
  'account.exists',
  'An account with this e-mail address exists. Sign in instead.',
);
export const accountBlocked = problem(
  'forbidden',
  'account.blocked',
  'This account is blocked. Contact us if this is a mistake.',
);
export const wrongCredentials = problem('unauthenticated', 'credentials.wrong', 'Wrong e-mail address or password.');
export const tooManyAttempts = problem(
  'too-many',
  'sign-in.too-many',
  'Too many sign-in attempts for this account. If it exists, a sign-in link was mailed to its address.',
);
export const signInLinkInvalid = problem(
  'unauthenticated',
  'sign-in-link.invalid',
  'This sign-in link was used before or has expired.',
);
export const mailedLinkInvalid = problem(
  'unauthenticated',
  'mailed-link.invalid',
  'This link was used before, has expired, or a newer one was mailed.',
);
export const membershipNone = problem(
  'forbidden',
  'membership.none',
  'You are not a member of an organisation any more. Ask its owner to invite you again, or contact us.',
);
export const addressVerified = problem(
  'conflict',
  'email.verified',
  'The owner of this address has confirmed that the account is theirs.',
);
export const wrongPassword = problem('forbidden', 'password.wrong', 'This is not your current password.');
export const tooManyConfirmations = problem(
  'too-many',
  'password.too-many',
  'Too many wrong passwords. Wait a moment and try again.',
);
export const addressUnverified = problem(
  'forbidden',
  'email.unverified',
  'Confirm your e-mail address first, by the link that was mailed to it.',
);
export const confirmationRequired = problem(
  'forbidden',
  'confirmation.required',
  'Confirm that it is still you, then try again.',
);
export const confirmationMethod = problem(
  'invalid',
  'confirmation.method',
  'Confirm with a code when you have a second factor, else with your password, else with a mailed code.',
);
export const challengeInvalid = problem(
  'unauthenticated',
  'challenge.invalid',
  'This sign-in took too long or was completed already. Begin again.',
);
export const wrongCode = problem('forbidden', 'second-factor.wrong', 'This code is wrong or was used before.');
export const tooManyCodes = problem(
  'too-many',
  'second-factor.too-many',
  'Too many wrong codes. Wait a moment and try again.',
);
export const secondFactorNone = problem('conflict', 'second-factor.none', 'There is no second factor.');
export const secondFactorExists = problem('conflict', 'second-factor.exists', 'There is a second factor already.');
export const operatorNeedsSecondFactor = problem(
  'forbidden',
  'operator.second-factor',
  'Operators need a second factor: set one up in the settings first.',
);
export const ownAccount = problem('conflict', 'operator.own-account', 'Operators cannot block their own account.');
export const accountReleased = problem(
  'conflict',
  'account.released',
  'The owner of its address has taken the address back from this account.',
);
export const sameAddress = problem('invalid', 'email-change.same', 'This is the address of your account already.');
export const tooManyEmailChanges = problem(
  'too-many',
  'email-change.too-many',
  'You asked for another address too often. Wait an hour and try again.',
);
export const lastOwner = problem(
  'conflict',
  'account.last-owner',
  'Others are members of an organisation of which nobody else is the owner. Make one of them its owner first.',
);
export const tooManyExports = problem(
  'too-many',
  'account-export.too-many',
  'You asked for your data too often. Wait some hours and try again.',
);
export const exportNotReady = problem(
  'not-found',
  'account-export.not-ready',
  'There is no export to download. Ask for one first.',
);
export const lastOwnerStays = problem(
  'conflict',
  'member.last-owner',
  'Nobody else owns this organisation. Make another member its owner first.',
);
export const tooManyOrganisations = problem(
  'conflict',
  'organisation.too-many',
  'You own as many organisations as one person can.',
);
export const memberExists = problem('conflict', 'member.exists', 'This address belongs to a member already.');
export const tooManyMembers = problem(
  'conflict',
  'member.too-many',
  'This organisation has as many members and open invitations as it can.',
);
export const invitedOther = problem(
  'forbidden',
  'invitation.other-address',
  'This invitation was sent to another address. Sign in with the account that has it.',
);
export const tooManyInvitations = problem(
  'too-many',
  'invitation.too-many',
  'Too many invitations were sent. Wait a moment and try again.',
);
export const invitationFileUnreadable = problem('invalid', 'invitation.file-unreadable', 'The file is no valid CSV.');
export const tooManyInvitationLines = problem(
  'invalid',
  'invitation.too-many-lines',
  'The file has more than 200 lines.',
);
export const notSignedIn = problem('unauthenticated', 'session.required', 'Sign in to continue.');
export const sessionEnded = problem('unauthenticated', 'session.ended', 'The session has ended. Sign in again.');
export const roleInsufficient = problem(
  'forbidden',
  'role.insufficient',
  'Your role in this organisation does not allow this.',
);
export const weakPassword = problem('invalid', 'password.weak', 'The password is too easy to guess.');
export const noSuchRoute = problem('not-found', 'auth.strategy', 'This sign-in method is not enabled.');

import { CompleteFirstFactor } from './use-cases/complete-first-factor';
import { CreateAccount } from './use-cases/create-account';
import { EndSessions } from './use-cases/end-sessions';
import { FindMember } from './use-cases/find-member';
import { ForgetAttempts } from './use-cases/forget-attempts';
import { ListSessions } from './use-cases/list-sessions';
import { MailExistingOwner } from './use-cases/mail-existing-owner';
import { OpenSession } from './use-cases/open-session';
import { RefreshSession } from './use-cases/refresh-session';
import { RegisterAccount } from './use-cases/register-account';
import { RenewEmailKeys } from './use-cases/renew-email-keys';
import { RevokeSession } from './use-cases/revoke-session';
import { SignIn } from './use-cases/sign-in';
import { SignInByLink } from './use-cases/sign-in-by-link';
import { SignOutEverywhere } from './use-cases/sign-out-everywhere';
import { StartSession } from './use-cases/start-session';

/** The use cases of accounts and sessions, as parts of the auth module. */
export const accountProviders = [
  CompleteFirstFactor,
  CreateAccount,
  EndSessions,
  FindMember,
  ForgetAttempts,
  MailExistingOwner,
  OpenSession,
  RefreshSession,
  RegisterAccount,
  SignIn,
  StartSession,
  SignInByLink,
  SignOutEverywhere,
  ListSessions,
  RevokeSession,
  RenewEmailKeys,
];

import { CredentialsController } from './credentials.controller';
import { LinkRequests } from './link-requests';
import { MailedLinks } from './mailed-links';
import { RecoveryController } from './recovery.controller';
import { ChangePassword } from './use-cases/change-password';
import { DescribeLink } from './use-cases/describe-link';
import { ForgotPassword } from './use-cases/forgot-password';
import { MailLink } from './use-cases/mail-link';
import { ReleaseAddress } from './use-cases/release-address';
import { RequestVerification } from './use-cases/request-verification';
import { ResetPassword } from './use-cases/reset-password';
import { SetPassword } from './use-cases/set-password';
import { VerifyAddress } from './use-cases/verify-address';
import { VerifyEmail } from './use-cases/verify-email';

/** The routes of lost passwords, mailed links and changed passwords, as parts of the auth module. */
export const recoveryControllers = [CredentialsController, RecoveryController];

/** What mails links and changes passwords, as parts of the auth module. */
export const recoveryProviders = [
  LinkRequests,
  MailedLinks,
  MailLink,
  ChangePassword,
  DescribeLink,
  ForgotPassword,
  ReleaseAddress,
  RequestVerification,
  ResetPassword,
  SetPassword,
  VerifyAddress,
  VerifyEmail,
];

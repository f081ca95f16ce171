import { AddressReplacement } from './address-replacement';
import { EmailChangeLimit } from './email-change-limit';
import { EmailChangeMails } from './email-change-mails';
import { EmailChangeRequests } from './email-change-requests';
import { EmailChangeRepository } from './persistence/email-change.repository';
import { CancelEmailChange } from './use-cases/cancel-email-change';
import { ConfirmEmailChange } from './use-cases/confirm-email-change';
import { FindPendingEmailChange } from './use-cases/find-pending-email-change';
import { ForgetEmailChanges } from './use-cases/forget-email-changes';
import { MailEmailChange } from './use-cases/mail-email-change';
import { RequestEmailChange } from './use-cases/request-email-change';
import { UndoEmailChange } from './use-cases/undo-email-change';

/** What changes the addresses of accounts, as parts of the auth module. */
export const emailChangeProviders = [
  AddressReplacement,
  EmailChangeLimit,
  EmailChangeMails,
  EmailChangeRequests,
  EmailChangeRepository,
  CancelEmailChange,
  ConfirmEmailChange,
  FindPendingEmailChange,
  ForgetEmailChanges,
  MailEmailChange,
  RequestEmailChange,
  UndoEmailChange,
];

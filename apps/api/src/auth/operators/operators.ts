import { OperatorAccountsController } from './operator-accounts.controller';
import { OperatorAuditController } from './operator-audit.controller';
import { OperatorLog } from './operator-log';
import { OperatedAccountRepository } from './persistence/operated-account.repository';
import { OperatorRepository } from './persistence/operator.repository';
import { BlockAccount } from './use-cases/block-account';
import { EndAccountSessions } from './use-cases/end-account-sessions';
import { FindAccount } from './use-cases/find-account';
import { LiftSuppression } from './use-cases/lift-suppression';
import { ListOperatorActs } from './use-cases/list-operator-acts';
import { MailVerification } from './use-cases/mail-verification';
import { ReadAccountState } from './use-cases/read-account-state';
import { UnblockAccount } from './use-cases/unblock-account';

/** The routes of operators in this module. */
export const operatorControllers = [OperatorAccountsController, OperatorAuditController];

/** What these routes need. */
export const operatorProviders = [
  OperatorLog,
  OperatorRepository,
  OperatedAccountRepository,
  FindAccount,
  ReadAccountState,
  BlockAccount,
  UnblockAccount,
  EndAccountSessions,
  MailVerification,
  LiftSuppression,
  ListOperatorActs,
];

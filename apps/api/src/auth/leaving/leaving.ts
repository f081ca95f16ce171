import { AccountController } from './account.controller';
import { AuthAccountData } from './auth-account-data';
import { Erasure } from './erasure';
import { DeletionRepository } from './persistence/deletion.repository';
import { RecordSealing } from './record-sealing';
import { CancelDeletion } from './use-cases/cancel-deletion';
import { DescribeDeletion } from './use-cases/describe-deletion';
import { EraseAccount } from './use-cases/erase-account';
import { EraseDueAccounts } from './use-cases/erase-due-accounts';
import { RequestDeletion } from './use-cases/request-deletion';

/** The routes of leaving. */
export const leavingControllers = [AccountController];

/** What they need, and the jobs that erase. */
export const leavingProviders = [
  AuthAccountData,
  DeletionRepository,
  RecordSealing,
  Erasure,
  DescribeDeletion,
  RequestDeletion,
  CancelDeletion,
  EraseAccount,
  EraseDueAccounts,
];

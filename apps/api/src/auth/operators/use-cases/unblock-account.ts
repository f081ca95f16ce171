import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { accountReleased } from '../../auth.errors';
import { OperatorLog } from '../operator-log';
import { OperatedAccountRepository } from '../persistence/operated-account.repository';
import type { OperatedAccount } from './operated-account';
import { ReadAccountState } from './read-account-state';

/** Unblocks a person; they sign in as before, and their pages are shown again. */
@Injectable()
export class UnblockAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: OperatedAccountRepository,
    private readonly readState: ReadAccountState,
    private readonly log: OperatorLog,
  ) {}

  /** Unblocking a person who is not blocked changes nothing. @throws {DomainError} `not-found`, `account.released` */
  async execute(operatorId: UserId, { userId, reason }: OperatedAccount): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const { releasedAt } = await this.readState.execute(userId);
      if (releasedAt) throw accountReleased();
      if (!(await this.accounts.unblock(userId))) return;
      await this.log.record({ operatorId, act: 'operator.account-unblocked', reason, userId });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { UserId } from '../../../platform/ids/ids';
import { ownAccount } from '../../auth.errors';
import { SignOutEverywhere } from '../../use-cases/sign-out-everywhere';
import { OperatorLog } from '../operator-log';
import { OperatedAccountRepository } from '../persistence/operated-account.repository';
import type { OperatedAccount } from './operated-account';

/** Blocks a person: their sessions end, and pages of tenants without another owner are not shown. */
@Injectable()
export class BlockAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: OperatedAccountRepository,
    private readonly signOutEverywhere: SignOutEverywhere,
    private readonly log: OperatorLog,
    private readonly clock: Clock,
  ) {}

  /** Blocking a blocked person changes nothing. @throws {DomainError} `not-found`, `operator.own-account` */
  async execute(operatorId: UserId, { userId, reason }: OperatedAccount): Promise<void> {
    if (userId === operatorId) throw ownAccount();
    await this.unitOfWork.run('global', async () => {
      const isBlocked = await this.accounts.lock(userId);
      if (isBlocked === null) throw notFound();
      if (isBlocked) return;
      // Before the block, whose trigger ends what is left: this process forgets the sessions that it ends itself at once.
      await this.signOutEverywhere.execute(userId, 'ended-by-operator');
      await this.accounts.block(userId, this.clock.now());
      await this.log.record({ operatorId, act: 'operator.account-blocked', reason, userId });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { SignOutEverywhere } from '../../use-cases/sign-out-everywhere';
import { OperatorLog } from '../operator-log';
import type { OperatedAccount } from './operated-account';
import { ReadAccountState } from './read-account-state';

/** Ends all sessions of a person for an operator, forgets the devices and voids the mailed links. */
@Injectable()
export class EndAccountSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readState: ReadAccountState,
    private readonly signOutEverywhere: SignOutEverywhere,
    private readonly log: OperatorLog,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(operatorId: UserId, { userId, reason }: OperatedAccount): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      await this.readState.execute(userId);
      await this.signOutEverywhere.execute(userId, 'ended-by-operator');
      await this.log.record({ operatorId, act: 'operator.sessions-ended', reason, userId });
    });
  }
}

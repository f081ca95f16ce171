import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { SuppressedAddresses } from '../../../platform/mail/suppressed-addresses';
import { OperatorLog } from '../operator-log';
import type { OperatedAccount } from './operated-account';
import { ReadAccountState } from './read-account-state';

/** Has mail sent to the address of a person again, who has asked for it. */
@Injectable()
export class LiftSuppression {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readState: ReadAccountState,
    private readonly suppressed: SuppressedAddresses,
    private readonly log: OperatorLog,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(operatorId: UserId, { userId, reason }: OperatedAccount): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const { user } = await this.readState.execute(userId);
      await this.suppressed.liftBounce(user.email);
      await this.suppressed.liftComplaint(user.email);
      await this.log.record({ operatorId, act: 'operator.suppression-lifted', reason, userId });
    });
  }
}

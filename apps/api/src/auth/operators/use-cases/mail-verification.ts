import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { RequestVerification } from '../../recovery/use-cases/request-verification';
import { OperatorLog } from '../operator-log';
import type { OperatedAccount } from './operated-account';
import { ReadAccountState } from './read-account-state';

/** Has the link mailed again, for an operator, with which a person verifies their address. */
@Injectable()
export class MailVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readState: ReadAccountState,
    private readonly requestVerification: RequestVerification,
    private readonly log: OperatorLog,
  ) {}

  /** As when the person asks for it: at most every five minutes. @throws {DomainError} `not-found` */
  async execute(operatorId: UserId, { userId, reason }: OperatedAccount): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const { user } = await this.readState.execute(userId);
      await this.requestVerification.execute(user);
      await this.log.record({ operatorId, act: 'operator.verification-mailed', reason, userId });
    });
  }
}

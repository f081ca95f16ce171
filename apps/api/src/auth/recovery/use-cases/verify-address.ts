import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { SecurityEvents } from '../../../platform/observability/security-events';
import { LinkRequests } from '../link-requests';
import { AccountRepository } from '../../persistence/account.repository';
import type { UserEntity } from '../../persistence/user.entity';

/** Notes that a mailed link has reached its reader, and lets the next link be mailed at once; part of the caller's unit of work. */
@Injectable()
export class VerifyAddress {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly requests: LinkRequests,
    private readonly clock: Clock,
    private readonly events: SecurityEvents,
  ) {}

  async execute({ id, emailKey }: UserEntity): Promise<void> {
    const isNew = await this.accounts.markVerified(id, this.clock.now());
    await this.requests.used('reset-password', emailKey);
    if (isNew) this.unitOfWork.afterCommit(() => this.events.record('account.verified', { userId: id }));
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { AuditLog } from '../../audit/audit-log';
import { LinkRequests } from '../link-requests';
import { AccountRepository } from '../../persistence/account.repository';
import type { UserEntity } from '../../persistence/user.entity';

/** Notes that a mailed link has reached its reader, and lets the next link be mailed at once; part of the caller's unit of work. */
@Injectable()
export class VerifyAddress {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly requests: LinkRequests,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async execute({ id, emailKey }: UserEntity): Promise<void> {
    const isNew = await this.accounts.markVerified(id, this.clock.now());
    await this.requests.used('reset-password', emailKey);
    if (isNew) await this.audit.record({ userId: id, act: 'account.verified' });
  }
}

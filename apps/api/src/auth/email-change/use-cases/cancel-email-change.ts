import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId, UserId } from '../../../platform/ids/ids';
import { AuditLog } from '../../audit/audit-log';
import { EmailChangeRepository } from '../persistence/email-change.repository';

/** Cancels a change of a person's address that is pending; without one nothing changes. */
@Injectable()
export class CancelEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: EmailChangeRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async execute(userId: UserId, sessionId: SessionId): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      await this.changes.lockPerson(userId);
      if (!(await this.changes.cancelPending(userId, this.clock.now()))) return;
      await this.audit.record({ userId, sessionId, act: 'account.email-change-cancelled' });
    });
  }
}

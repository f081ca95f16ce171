import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId, UserId } from '../../../platform/ids/ids';
import { AuditLog } from '../../audit/audit-log';
import { DeletionRepository } from '../persistence/deletion.repository';

/** Notes that a person stays; what was closed for them is open again. Nothing happens when they were not leaving. */
@Injectable()
export class CancelDeletion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deletions: DeletionRepository,
    private readonly audit: AuditLog,
  ) {}

  async execute(userId: UserId, sessionId: SessionId): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      if (!(await this.deletions.cancel(userId))) return;
      await this.audit.record({ userId, sessionId, act: 'account.deletion-cancelled' });
    });
  }
}

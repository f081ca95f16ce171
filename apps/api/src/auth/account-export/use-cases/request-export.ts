import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId, UserId } from '../../../platform/ids/ids';
import { AuditLog } from '../../audit/audit-log';
import { tooManyExports } from '../../auth.errors';
import { ExportLimit } from '../export-limit';
import { ExportQueue } from '../export-queue';

/** Asks for an export of everything that is stored of a person; it replaces the one before. */
@Injectable()
export class RequestExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limit: ExportLimit,
    private readonly queue: ExportQueue,
    private readonly audit: AuditLog,
  ) {}

  /** Does nothing while one is being built. @throws {DomainError} `account-export.too-many` */
  async execute(userId: UserId, sessionId: SessionId): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const retryAfter = await this.limit.add(userId);
      if (await this.queue.isBuilding(userId)) {
        if (retryAfter === null) await this.limit.remove(userId);
        return;
      }
      if (retryAfter !== null) throw tooManyExports(undefined, { extras: { retryAfter } });
      await this.queue.add(userId);
      await this.audit.record({ userId, sessionId, act: 'account.export-requested' });
    });
  }
}

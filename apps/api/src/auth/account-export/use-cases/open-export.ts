import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId, UserId } from '../../../platform/ids/ids';
import { FileStorage, type OpenedFile } from '../../../platform/storage/file-storage';
import { AuditLog } from '../../audit/audit-log';
import { exportNotReady } from '../../auth.errors';
import { exportKey, stateOf } from '../domain/account-export';
import { AccountExportRepository } from '../persistence/account-export.repository';

/** Opens the archive of a person's export, and notes for them that it was downloaded. */
@Injectable()
export class OpenExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: AccountExportRepository,
    private readonly storage: FileStorage,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `account-export.not-ready` */
  async execute(userId: UserId, sessionId: SessionId): Promise<OpenedFile> {
    const stored = await this.exports.find(userId);
    if (!stored || stateOf(stored, this.clock.now()) !== 'ready') throw exportNotReady();
    const file = await this.storage.open(exportKey(userId, stored.id));
    if (!file) throw exportNotReady();
    await this.unitOfWork.run('global', () =>
      this.audit.record({ userId, sessionId, act: 'account.export-downloaded' }),
    );
    return file;
  }
}

import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import { FileStorage } from '../../platform/storage/file-storage';
import { exportDays, exportFolder, exportKey } from './domain/account-export';
import { ExportMails } from './export-mails';
import { AccountExportRepository } from './persistence/account-export.repository';

const dayMs = 86_400_000;

/** Stores the archives of exports, at most one for each person. */
@Injectable()
export class StoredExports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: AccountExportRepository,
    private readonly storage: FileStorage,
    private readonly mails: ExportMails,
    private readonly clock: Clock,
  ) {}

  /** Whether an export is still to be built: it is not ready, and was not replaced. */
  async isAwaited(userId: UserId, id: string): Promise<boolean> {
    const stored = await this.exports.find(userId);
    return stored?.id === id && stored.readyAt === null;
  }

  /** Notes for the person that an attempt has failed. */
  async fail(userId: UserId, id: string): Promise<void> {
    await this.unitOfWork.run('global', () => this.exports.fail(userId, id, this.clock.now()));
  }

  /** Stores an archive of the disk and writes to its person; nothing stays when it is not awaited any more, or its person is gone. */
  async store(userId: UserId, id: string, path: string): Promise<void> {
    const key = exportKey(userId, id);
    await this.storage.putFile(key, path, { mediaType: 'application/zip' });
    const { size } = await stat(path);
    if (await this.complete(userId, id, size)) await this.deleteOthers(userId, key);
    else await this.storage.delete(key);
  }

  private complete(userId: UserId, id: string, bytes: number): Promise<boolean> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + exportDays * dayMs);
    return this.unitOfWork.run('global', async () => {
      if (!(await this.exports.complete(userId, id, bytes, now, expiresAt))) return false;
      await this.mails.ready(userId, expiresAt);
      return true;
    });
  }

  /** The files of exports that this one replaces. */
  private async deleteOthers(userId: UserId, key: string): Promise<void> {
    for await (const other of this.storage.listed(exportFolder(userId))) {
      if (other.key !== key) await this.storage.delete(other.key);
    }
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { UserId } from '../../../platform/ids/ids';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { FileStorage } from '../../../platform/storage/file-storage';
import { deleteExportsJob, exportFolder, exportKey } from '../domain/account-export';
import { AccountExportRepository } from '../persistence/account-export.repository';

/** The job that finds what has expired; every hour. */
const forgetExportsJob = 'auth.forget-account-exports';
const payload = z.object({ userId: z.uuid().transform(UserId) });

/** Deletes the files of exports: of those that have expired, and of persons who were erased. */
@Injectable()
export class DeleteExports implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: AccountExportRepository,
    private readonly storage: FileStorage,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(deleteExportsJob, payload, ({ userId }) => this.storage.deleteFolder(exportFolder(userId)));
    this.handlers.register(forgetExportsJob, z.looseObject({}), () => this.execute());
    this.handlers.schedule(forgetExportsJob, '41 * * * *');
  }

  /** The file goes first: when the process ends in between, the row is found again. */
  async execute(): Promise<void> {
    const now = this.clock.now();
    for (const userId of await this.exports.expired(now)) {
      const stored = await this.exports.find(userId);
      if (!stored?.expiresAt || stored.expiresAt > now) continue;
      await this.storage.delete(exportKey(userId, stored.id));
      await this.unitOfWork.run('global', () => this.exports.forget(userId, now));
    }
  }
}

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { Jobs } from '../../platform/jobs/jobs';
import { dueBefore } from '../domain/trash';
import { TrashRepository } from '../persistence/trash.repository';
import { deleteFilesJob } from '../files/use-cases/delete-files';

/** The job that purges what has been in the trash for thirty days; every hour. */
export const emptyTrashJob = 'profiles:empty-trash';

const batch = 100;

/** Purges profiles whose thirty days in the trash are over: drafts, revisions and files go with them. */
@Injectable()
export class EmptyTrash implements OnModuleInit {
  private readonly logger = new Logger(EmptyTrash.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trash: TrashRepository,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(emptyTrashJob, z.looseObject({}), () => this.execute());
    this.handlers.schedule(emptyTrashJob, '17 * * * *');
  }

  /** Each profile is a transaction of its own, which also enqueues the end of its files, so that a crash loses neither. */
  async execute(): Promise<void> {
    const before = dueBefore(this.clock.now());
    let purged = 0;
    for (let due = await this.trash.due(before, batch); due.length > 0; due = await this.trash.due(before, batch)) {
      for (const key of due) {
        await this.unitOfWork.run({ role: 'canar_jobs' }, async () => {
          const files = await this.trash.purge(key, before);
          if (files && files.length > 0) await this.jobs.enqueue(deleteFilesJob, { tenantId: key.tenantId, files });
        });
        purged += 1;
      }
    }
    if (purged > 0) this.logger.log({ purged }, 'Trash emptied');
  }
}

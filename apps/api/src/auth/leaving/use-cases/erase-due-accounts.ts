import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { Jobs } from '../../../platform/jobs/jobs';
import { DeletionRepository } from '../persistence/deletion.repository';
import { eraseAccountJob } from './erase-account';

/** The job that finds what is due; every hour. */
const eraseDueJob = 'auth.erase-due-accounts';

/** Has the accounts erased whose day has come, each by a job of its own, and deletes the sealed records whose time is over. */
@Injectable()
export class EraseDueAccounts implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deletions: DeletionRepository,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(eraseDueJob, z.looseObject({}), () => this.execute());
    this.handlers.schedule(eraseDueJob, '11 * * * *');
  }

  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.deletions.forgetRetained(now);
    const due = await this.deletions.due(now);
    await this.unitOfWork.run('global', async () => {
      for (const userId of due) {
        await this.jobs.enqueue(eraseAccountJob, { userId }, { key: `${eraseAccountJob}:${userId}` });
      }
    });
  }
}

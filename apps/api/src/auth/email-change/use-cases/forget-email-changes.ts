import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { EmailChangeRepository } from '../persistence/email-change.repository';

const job = 'auth.forget-email-changes';
const everyDay = '37 2 * * *';
const batch = 1_000;

/** Deletes changes of addresses that cannot be undone any more, in batches. */
@Injectable()
export class ForgetEmailChanges implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: EmailChangeRepository,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyDay);
  }

  async execute(): Promise<void> {
    const deleteBatch = () => this.changes.deleteBatch(this.clock.now(), batch);
    while ((await this.unitOfWork.run({ role: 'canar_jobs' }, deleteBatch)) === batch);
  }
}

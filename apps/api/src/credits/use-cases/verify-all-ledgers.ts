import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { TenantId } from '../../platform/ids/ids';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { Jobs } from '../../platform/jobs/jobs';
import { VerifySomeLedgers } from './verify-some-ledgers';

const job = 'credits.verify-ledgers';
const everySixHours = '17 */6 * * *';
const batch = 200;

/** Verifies every tenant's ledger four times a day: a batch of tenants, then a job for the next batch. */
@Injectable()
export class VerifyAllLedgers implements OnModuleInit {
  constructor(
    private readonly verifySomeLedgers: VerifySomeLedgers,
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({ after: z.uuid().transform(TenantId).optional() }), ({ after }) =>
      this.execute(after ?? null),
    );
    this.handlers.schedule(job, everySixHours);
  }

  /** @param after the last tenant that was checked; null begins */
  async execute(after: TenantId | null, limit = batch): Promise<void> {
    const last = await this.verifySomeLedgers.execute(after, limit);
    if (last === null) return;
    await this.unitOfWork.run('global', () => this.jobs.enqueue(job, { after: last }, { key: job }));
  }
}

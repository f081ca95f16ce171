import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { AuditRepository } from '../persistence/audit.repository';

const job = 'auth.forget-audit';
const everyDay = '23 2 * * *';
const batch = 5_000;
const day = 86_400_000;

/** Days for which failed sign-ins are stored: strangers cause them. */
const failureDays = 30;
/** Days for which everything else is stored. */
const retentionDays = 365;

/** Deletes what happened to accounts long ago, in batches. */
@Injectable()
export class ForgetAudit implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditRepository,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyDay);
  }

  async execute(): Promise<void> {
    const now = this.clock.now().getTime();
    const [failures, all] = [new Date(now - failureDays * day), new Date(now - retentionDays * day)];
    const deleteBatch = () => this.audit.deleteBatch(failures, all, batch);
    while ((await this.unitOfWork.run({ role: 'canar_jobs' }, deleteBatch)) === batch);
  }
}

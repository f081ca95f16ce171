import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../clock/clock';
import { UnitOfWork } from '../database/unit-of-work';
import { JobHandlers } from '../jobs/job-handlers';

const job = 'idempotency.forget-keys';
const everyNight = '23 3 * * *';
const batch = 5_000;

/** How long a key is stored with its response: a client that was offline for a week still gets the response it missed. */
export const retentionDays = 7;

/** Deletes old idempotency keys and their responses in batches, so that no request waits for a long delete. */
@Injectable()
export class ForgetKeys implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyNight);
  }

  async execute(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - retentionDays * 86_400_000);
    while ((await this.forgetSome(before)) === batch);
  }

  private async forgetSome(before: Date): Promise<number> {
    const forgotten = await this.unitOfWork.run({ role: 'canar_jobs' }, () =>
      this.unitOfWork.query(
        `DELETE FROM platform.idempotency_keys WHERE (tenant_id, key, user_id) IN
           (SELECT tenant_id, key, user_id FROM platform.idempotency_keys WHERE created_at < $1 LIMIT ${batch})
         RETURNING 1`,
        [before],
      ),
    );
    return forgotten.length;
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { JobHandlers } from '../../platform/jobs/job-handlers';

const job = 'auth.forget-attempts';
const everyHour = '41 * * * *';
const batch = 5_000;

const deletions = [
  `DELETE FROM auth.sign_in_attempts WHERE key IN
     (SELECT key FROM auth.sign_in_attempts WHERE empty_at < $1 ORDER BY empty_at LIMIT ${batch}) RETURNING 1`,
  `DELETE FROM auth.one_time_tokens WHERE token_hash IN
     (SELECT token_hash FROM auth.one_time_tokens WHERE expires_at < $1 ORDER BY expires_at LIMIT ${batch}) RETURNING 1`,
  `DELETE FROM auth.used_passkey_challenges WHERE challenge_hash IN
     (SELECT challenge_hash FROM auth.used_passkey_challenges WHERE expires_at < $1 ORDER BY expires_at LIMIT ${batch})
   RETURNING 1`,
  `DELETE FROM auth.invitations WHERE (tenant_id, id) IN
     (SELECT tenant_id, id FROM auth.invitations WHERE expires_at < $1::timestamptz - interval '30 days'
      ORDER BY expires_at LIMIT ${batch})
   RETURNING 1`,
];

/** Deletes attempts, one-time tokens and answered challenges that say nothing any more, and invitations a month later, in batches. */
@Injectable()
export class ForgetAttempts implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyHour);
  }

  /** An hour after its end: longer than the pause between two mailed links. */
  async execute(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 3_600_000);
    for (const deletion of deletions) {
      const deleteBatch = () => this.unitOfWork.query(deletion, [before]);
      while ((await this.unitOfWork.run({ role: 'canar_jobs' }, deleteBatch)).length === batch);
    }
  }
}

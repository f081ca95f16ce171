import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { JobHandlers } from '../../../platform/jobs/job-handlers';

const job = 'auth.forget-passkey-challenges';
const everyHour = '47 * * * *';
const batch = 5_000;

const deletion = `
  DELETE FROM auth.used_passkey_challenges WHERE challenge_hash IN (
    SELECT challenge_hash FROM auth.used_passkey_challenges WHERE expires_at <= $1 ORDER BY expires_at LIMIT ${batch})
  RETURNING 1`;

/** Deletes answered challenges that have expired, in batches. */
@Injectable()
export class ForgetPasskeyChallenges implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyHour);
  }

  async execute(): Promise<void> {
    const deleteBatch = () => this.unitOfWork.query(deletion, [this.clock.now()]);
    while ((await this.unitOfWork.run({ role: 'canar_jobs' }, deleteBatch)).length === batch);
  }
}

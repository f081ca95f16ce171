import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { SecurityEvents } from '../../platform/observability/security-events';
import { emailKey } from '../domain/email-key';

/** Gives accounts their key after addresses have come to be the same in more ways. */
const renewEmailKeysJob = 'auth.renew-email-keys';
const everyHour = '17 * * * *';
const batch = 500;

const nextSql = `SELECT id, email FROM auth.users WHERE key_version = 1 ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;

const renewSql = `
  UPDATE auth.users u SET key_version = 2, email_key = $2
  WHERE u.id = $1 AND NOT EXISTS (SELECT 1 FROM auth.users other WHERE other.email_key = $2 AND other.id <> u.id)
  RETURNING 1`;

/** Renews the keys of accounts from before, in batches. An account whose new key is taken keeps its former one and is marked. */
@Injectable()
export class RenewEmailKeys implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: JobHandlers,
    private readonly events: SecurityEvents,
  ) {}

  onModuleInit(): void {
    this.handlers.register(renewEmailKeysJob, z.object({}), () => this.execute());
    this.handlers.schedule(renewEmailKeysJob, everyHour);
  }

  async execute(): Promise<void> {
    while ((await this.unitOfWork.run({ role: 'canar_jobs' }, () => this.renewBatch())) === batch);
  }

  private async renewBatch(): Promise<number> {
    const users = await this.unitOfWork.query<{ id: UserId; email: string }>(nextSql);
    for (const { id, email } of users) {
      const key = emailKey(email);
      if ((await this.unitOfWork.query(renewSql, [id, key])).length > 0) continue;
      await this.unitOfWork.query('UPDATE auth.users SET key_version = 2, clashing_key = $2 WHERE id = $1', [id, key]);
      this.unitOfWork.afterCommit(() => this.events.record('account.address-clash', { userId: id }));
    }
    return users.length;
  }
}

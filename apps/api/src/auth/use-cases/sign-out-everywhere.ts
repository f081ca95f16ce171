import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import { AuditLog } from '../audit/audit-log';
import type { AuditedAct } from '../audit/audited-acts';
import { AccessRepository } from '../persistence/access.repository';
import { SessionCache } from '../tokens/session-cache';
import type { EndReason } from './end-sessions';

/** Why everything ends, with what is noted of it. */
const actOf = {
  'password-changed': 'account.password-changed',
  'signed-out-everywhere': 'account.signed-out-everywhere',
  'account-released': 'account.released',
  'account-deletion': 'account.deletion-requested',
  'ended-by-operator': 'account.signed-out-everywhere',
  'email-change-undone': 'account.email-change-undone',
} as const satisfies Partial<Record<EndReason, AuditedAct>>;

/** Takes back all that lets somebody into an account without its password: sessions, remembered devices, mailed links. */
@Injectable()
export class SignOutEverywhere {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessRepository,
    private readonly cache: SessionCache,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async execute(userId: UserId, reason: keyof typeof actOf): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const ended = await this.access.revoke(userId, this.clock.now());
      this.unitOfWork.afterCommit(() => ended.forEach(({ sessionId }) => this.cache.forget(sessionId)));
      for (const session of ended) await this.audit.record({ ...session, act: 'session.ended', reason });
      await this.audit.record({ userId, act: actOf[reason] });
    });
  }
}

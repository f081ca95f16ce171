import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SessionId } from '../../platform/ids/ids';
import { AuditLog } from '../audit/audit-log';
import { SessionRepository } from '../persistence/session.repository';
import { SessionCache } from '../tokens/session-cache';

/** Why a session ended before its time. */
export type EndReason =
  | 'signed-out'
  | 'signed-out-everywhere'
  | 'revoked'
  | 'replaced'
  | 'token-reused'
  | 'password-changed'
  | 'account-released'
  | 'ended-by-operator'
  | 'email-change-undone'
  | 'account-deletion'
  | 'membership-ended';

/** Ends sessions; ending one again changes nothing. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly cache: SessionCache,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async execute(sessionIds: readonly SessionId[], reason: EndReason): Promise<void> {
    if (sessionIds.length === 0) return;
    await this.unitOfWork.run('global', async () => {
      const ended = await this.sessions.end(sessionIds, this.clock.now());
      this.unitOfWork.afterCommit(() => sessionIds.forEach((id) => this.cache.forget(id)));
      for (const session of ended) await this.audit.record({ ...session, act: 'session.ended', reason });
    });
  }
}

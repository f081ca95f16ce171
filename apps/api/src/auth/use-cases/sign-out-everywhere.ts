import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import { SecurityEvents } from '../../platform/observability/security-events';
import { AccessRepository } from '../persistence/access.repository';
import { SessionCache } from '../tokens/session-cache';
import type { EndReason } from './end-sessions';

/** Takes back all that lets somebody into an account without its password: sessions, remembered devices, mailed links. */
@Injectable()
export class SignOutEverywhere {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessRepository,
    private readonly cache: SessionCache,
    private readonly clock: Clock,
    private readonly events: SecurityEvents,
  ) {}

  async execute(userId: UserId, reason: EndReason): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const ended = await this.access.revoke(userId, this.clock.now());
      this.unitOfWork.afterCommit(() => {
        for (const session of ended) {
          this.cache.forget(session.sessionId);
          this.events.record('session.ended', { ...session, reason });
        }
      });
    });
  }
}

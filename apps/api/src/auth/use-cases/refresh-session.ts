import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SessionId } from '../../platform/ids/ids';
import { sessionEnded } from '../auth.errors';
import { judgeRefresh } from '../domain/refresh';
import { SessionRepository } from '../persistence/session.repository';
import type { SessionEntity } from '../persistence/session.entity';
import { SessionCache } from '../tokens/session-cache';
import type { SessionTokenContent } from '../tokens/session-tokens';

/** Gives a new access token and the next refresh token for the one presented. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly cache: SessionCache,
    private readonly clock: Clock,
  ) {}

  /**
   * A token that was used before ends its session, and that commits although the answer is a refusal.
   * @throws {DomainError} `session.ended`
   */
  async execute(presented: SessionTokenContent | null): Promise<SessionEntity> {
    if (!presented) throw sessionEnded();
    const session = await this.unitOfWork.run('global', () => this.advance(presented.sessionId, presented.generation));
    if (!session) throw sessionEnded();
    return session;
  }

  private async advance(id: SessionId, generation: number): Promise<SessionEntity | null> {
    const now = this.clock.now();
    const session = await this.sessions.lock(id);
    if (!session || session.endedAt || session.expiresAt <= now) return null;
    const verdict = judgeRefresh(generation, session, now);
    if (verdict === 'give-current') return session;
    if (verdict === 'end-session') {
      await this.sessions.end(id, now);
      this.unitOfWork.afterCommit(() => this.cache.forget(id));
      return null;
    }
    await this.sessions.rotate(id, session.generation + 1, now);
    return { ...session, generation: session.generation + 1, rotatedAt: now };
  }
}

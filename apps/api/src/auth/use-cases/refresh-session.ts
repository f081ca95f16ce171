import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SessionId } from '../../platform/ids/ids';
import { SecurityEvents } from '../../platform/observability/security-events';
import { sessionEnded } from '../auth.errors';
import { judgeRefresh, refreshed, type RefreshState } from '../domain/refresh';
import { SessionRepository } from '../persistence/session.repository';
import type { SessionEntity } from '../persistence/session.entity';
import type { SessionTokenContent } from '../tokens/session-tokens';
import { EndSessions } from './end-sessions';

/** A session after its refresh. */
export interface RefreshedSession {
  session: SessionEntity;
  /** Whether the cookie that was presented stays the newest. */
  keepsCookie: boolean;
}

/** Gives a new access token and the next refresh token for the one presented. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly endSessions: EndSessions,
    private readonly clock: Clock,
    private readonly events: SecurityEvents,
  ) {}

  /**
   * A token that was used before ends its session, and that commits although the answer is a refusal.
   * @throws {DomainError} `session.ended`
   */
  async execute(presented: SessionTokenContent | null): Promise<RefreshedSession> {
    if (!presented) throw sessionEnded();
    const { sessionId, generation } = presented;
    const done = await this.unitOfWork.run('global', () => this.advance(sessionId, generation));
    if (done) return done;
    this.events.record('token.refused', { kind: 'refresh-token', sessionId });
    throw sessionEnded();
  }

  private async advance(id: SessionId, generation: number): Promise<RefreshedSession | null> {
    const now = this.clock.now();
    const session = await this.sessions.lock(id);
    if (!session || session.endedAt || session.expiresAt <= now) return null;
    const verdict = judgeRefresh(generation, session, now);
    if (verdict === 'end-session') {
      await this.endSessions.execute([id], 'token-reused');
      return null;
    }
    const state = refreshed(generation, stateOf(session), verdict, now);
    await this.sessions.saveRefresh(id, state, now);
    return { session: { ...session, ...state }, keepsCookie: verdict === 'keep' };
  }
}

function stateOf(session: SessionEntity): RefreshState {
  const { generation, provenGeneration, skippedGeneration, rotatedAt, sharedAt } = session;
  return { generation, provenGeneration, skippedGeneration, rotatedAt, sharedAt };
}

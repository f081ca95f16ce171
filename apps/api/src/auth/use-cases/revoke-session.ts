import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { SessionId, UserId } from '../../platform/ids/ids';
import { SessionRepository } from '../persistence/session.repository';
import { EndSessions } from './end-sessions';

/** Ends one of a person's sessions. */
@Injectable()
export class RevokeSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly endSessions: EndSessions,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found`, also for somebody else's session */
  async execute(userId: UserId, sessionId: SessionId): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      if ((await this.sessions.ownerOf(sessionId, this.clock.now())) !== userId) throw notFound();
      await this.endSessions.execute([sessionId], 'revoked');
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SessionId } from '../../platform/ids/ids';
import { SessionRepository } from '../persistence/session.repository';
import { SessionCache } from '../tokens/session-cache';

/** Ends a session; ending it again changes nothing. */
@Injectable()
export class SignOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly cache: SessionCache,
    private readonly clock: Clock,
  ) {}

  async execute(sessionId: SessionId): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      await this.sessions.end(sessionId, this.clock.now());
      this.unitOfWork.afterCommit(() => this.cache.forget(sessionId));
    });
  }
}

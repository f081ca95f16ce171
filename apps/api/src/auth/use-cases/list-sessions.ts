import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import type { SessionEntity } from '../persistence/session.entity';
import { SessionRepository } from '../persistence/session.repository';

/** Lists where a person is signed in, in whatever tenant. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** The last used one first. */
  execute(userId: UserId): Promise<SessionEntity[]> {
    return this.unitOfWork.run('global', () => this.sessions.listLive(userId, this.clock.now()));
  }
}

import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { SessionId, TenantId, UserId } from '../../platform/ids/ids';
import { SessionRepository } from '../persistence/session.repository';
import type { SessionEntity } from '../persistence/session.entity';
import type { Client } from './client';
import { EndSessions } from './end-sessions';

const maxUserAgent = 300;

/** Begins a session for a person in a tenant, in place of those that the client had; part of the caller's unit of work. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly endSessions: EndSessions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async execute(member: { userId: UserId; tenantId: TenantId }, client: Client): Promise<SessionEntity> {
    await this.endSessions.execute(client.sessionIds, 'replaced');
    const now = this.clock.now();
    const session: SessionEntity = {
      id: SessionId(newId()),
      ...member,
      generation: 0,
      rotatedAt: now,
      createdAt: now,
      expiresAt: new Date(now.getTime() + this.config.env.JWT_EXPIRES_IN * 1000),
      endedAt: null,
      userAgent: client.userAgent?.slice(0, maxUserAgent) ?? null,
    };
    await this.sessions.add(session);
    return session;
  }
}

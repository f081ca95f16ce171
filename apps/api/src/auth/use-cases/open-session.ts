import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { SessionId } from '../../platform/ids/ids';
import { membershipNone, wrongCredentials } from '../auth.errors';
import { type AccountWithCredential, AccountRepository } from '../persistence/account.repository';
import { SessionRepository } from '../persistence/session.repository';
import type { SessionEntity } from '../persistence/session.entity';
import type { Client } from './client';
import { EndSessions } from './end-sessions';
import type { SignedInSession } from './signed-in-session';

const maxUserAgent = 300;

/** Begins a session for a person in a tenant, in place of those that the client had; part of the caller's unit of work. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly endSessions: EndSessions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * @param account with the hash of the password that was verified
   * @throws {DomainError} `membership.none`; `credentials.wrong` when the person was blocked or the password changed meanwhile
   */
  async execute(
    { user, passwordHash, tenantId, role }: AccountWithCredential,
    client: Client,
  ): Promise<SignedInSession> {
    if (!tenantId || !role) throw membershipNone();
    if (!(await this.accounts.hold(user.id, passwordHash))) throw wrongCredentials();
    await this.endSessions.execute(client.sessionIds, 'replaced');
    const now = this.clock.now();
    const session: SessionEntity = {
      id: SessionId(newId()),
      userId: user.id,
      tenantId,
      generation: 0,
      provenGeneration: 0,
      skippedGeneration: -1,
      rotatedAt: now,
      sharedAt: null,
      authenticatedAt: now,
      lastUsedAt: now,
      createdAt: now,
      expiresAt: new Date(now.getTime() + this.config.env.JWT_EXPIRES_IN * 1000),
      endedAt: null,
      userAgent: client.userAgent?.slice(0, maxUserAgent) ?? null,
    };
    this.sessions.add(session);
    return { user, role, session };
  }
}

import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SessionRepository } from '../persistence/session.repository';
import { AccessTokens } from './access-tokens';
import { SessionCookie } from './session-cookie';
import type { SessionId, TenantId } from '../../platform/ids/ids';

/** Tells whose sessions requests carry where nobody has to sign in, also ended ones. It says nothing of what they may do. */
@Injectable()
export class SessionOwners {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly accessTokens: AccessTokens,
    private readonly sessions: SessionRepository,
  ) {}

  /** The session that a request names in a cookie or token of ours; the database is not asked. */
  sessionOf(request: FastifyRequest): SessionId | null {
    return this.cookie.read(request)?.sessionId ?? this.accessTokens.sessionOf(request.headers.authorization);
  }

  /** The tenant of each session that there is or was. */
  tenantsOf(sessionIds: readonly SessionId[]): Promise<Map<SessionId, TenantId>> {
    return this.sessions.tenantsOf(sessionIds);
  }
}

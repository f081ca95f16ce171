import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SessionId } from '../platform/ids/ids';
import { AccessTokens } from './tokens/access-tokens';
import { DeviceCookie } from './tokens/device-cookie';
import { SessionCookie } from './tokens/session-cookie';
import type { Client } from './use-cases/client';

/** Reads from a request what the client has brought along. */
@Injectable()
export class ClientReader {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly accessTokens: AccessTokens,
    private readonly deviceCookie: DeviceCookie,
  ) {}

  read(request: FastifyRequest): Client {
    return {
      userAgent: request.headers['user-agent'],
      sessionIds: this.sessionsOf(request),
      devices: this.deviceCookie.read(request),
    };
  }

  /** The sessions that the cookie and the Bearer token name, whether or not they still act. */
  sessionsOf(request: FastifyRequest): SessionId[] {
    const named = [this.cookie.read(request)?.sessionId, this.accessTokens.sessionOf(request.headers.authorization)];
    return [...new Set(named.filter((id) => id !== undefined && id !== null))];
  }
}

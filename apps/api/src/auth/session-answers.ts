import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config';
import { noSuchRoute } from './auth.errors';
import type { Role } from './domain/roles';
import type { RefreshedToken, SignedIn, User } from './dto/auth.dto';
import type { UserEntity } from './persistence/user.entity';
import { AccessTokens, accessTokenSeconds } from './tokens/access-tokens';
import { SessionCookie } from './tokens/session-cookie';
import { RefreshSession } from './use-cases/refresh-session';
import { SignOut } from './use-cases/sign-out';
import type { SignedInSession } from './use-cases/signed-in';

/** Answers about sessions in the form that AUTH_STRATEGY says: tokens, cookie, or both. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly config: Config,
    private readonly cookie: SessionCookie,
    private readonly accessTokens: AccessTokens,
    private readonly refreshSession: RefreshSession,
    private readonly endSession: SignOut,
  ) {}

  signedIn(reply: FastifyReply, { user, role, session }: SignedInSession): SignedIn {
    this.cookie.set(reply, { sessionId: session.id, generation: session.generation });
    const withToken = this.config.env.AUTH_STRATEGY !== 'session';
    return {
      user: this.user(user, role, session.tenantId),
      accessToken: withToken ? this.accessTokens.sign(session) : null,
      expiresIn: withToken ? accessTokenSeconds : null,
    };
  }

  /** @throws {DomainError} `session.ended`; `auth.strategy` where the cookie is the session */
  async refreshed(request: FastifyRequest, reply: FastifyReply): Promise<RefreshedToken> {
    if (this.config.env.AUTH_STRATEGY === 'session') throw noSuchRoute();
    const session = await this.refreshSession.run(this.cookie.read(request));
    this.cookie.set(reply, { sessionId: session.id, generation: session.generation });
    return { accessToken: this.accessTokens.sign(session), expiresIn: accessTokenSeconds };
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const sessionId =
      this.accessTokens.sessionOf(request.headers.authorization) ?? this.cookie.read(request)?.sessionId;
    if (sessionId) await this.endSession.run(sessionId);
    this.cookie.clear(reply);
  }

  user(user: UserEntity, role: Role, tenantId: string): User {
    const { id, email, name, emailVerifiedAt, createdAt } = user;
    return {
      id,
      email,
      name,
      emailVerified: emailVerifiedAt !== null,
      tenantId,
      role,
      createdAt: createdAt.toISOString(),
    };
  }
}

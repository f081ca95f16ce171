import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config';
import type { TenantId } from '../platform/ids/ids';
import type { Role } from './domain/roles';
import type { RefreshedToken, SignedIn, User } from './dto/auth.dto';
import type { UserEntity } from './persistence/user.entity';
import { AccessTokens, accessTokenSeconds } from './tokens/access-tokens';
import { DeviceCookie } from './tokens/device-cookie';
import { SessionCookie } from './tokens/session-cookie';
import type { RefreshedSession } from './use-cases/refresh-session';
import type { SignedInSession } from './use-cases/signed-in-session';

/** Renders sessions as AUTH_STRATEGY says: as tokens, as a cookie, or as both. */
@Injectable()
export class SessionPresenter {
  constructor(
    private readonly config: Config,
    private readonly cookie: SessionCookie,
    private readonly deviceCookie: DeviceCookie,
    private readonly accessTokens: AccessTokens,
  ) {}

  signedIn(request: FastifyRequest, reply: FastifyReply, { user, role, session }: SignedInSession): SignedIn {
    this.cookie.set(reply, { sessionId: session.id, generation: session.generation });
    this.deviceCookie.remember(request, reply, user);
    return this.body({ user, role, session });
  }

  /** For a session that goes on: its token counts as issued with a cookie that the client has shown already. */
  switched({ session, ...signedIn }: SignedInSession): SignedIn {
    return this.body({ ...signedIn, session: { ...session, generation: session.provenGeneration } });
  }

  refreshed(reply: FastifyReply, { session, keepsCookie }: RefreshedSession): RefreshedToken {
    if (!keepsCookie) this.cookie.set(reply, { sessionId: session.id, generation: session.generation });
    return { accessToken: this.accessTokens.sign(session), expiresIn: accessTokenSeconds };
  }

  private body({ user, role, session }: SignedInSession): SignedIn {
    const withToken = this.config.env.AUTH_STRATEGY !== 'session';
    return {
      user: this.user(user, role, session.tenantId),
      accessToken: withToken ? this.accessTokens.sign(session) : null,
      expiresIn: withToken ? accessTokenSeconds : null,
    };
  }

  user(user: UserEntity, role: Role, tenantId: TenantId): User {
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

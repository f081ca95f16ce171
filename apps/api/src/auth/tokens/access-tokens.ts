import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock } from '../../platform/clock/clock';
import type { SessionId, TenantId, UserId } from '../../platform/ids/ids';

/** How long an access token is good for. */
export const accessTokenSeconds = 900;
export const accessTokenAudience = 'canar-api';

/** What an access token says: who, for which tenant, in which session. */
export interface AccessClaims {
  sub: string;
  tid: TenantId;
  sid: SessionId;
  typ: 'access';
}

/** Signs access tokens. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  /** A token for one session, good for fifteen minutes. */
  sign(session: { id: SessionId; userId: UserId; tenantId: TenantId }): string {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    return this.jwt.sign({
      sub: session.userId,
      tid: session.tenantId,
      sid: session.id,
      typ: 'access',
      iat: issuedAt,
      exp: issuedAt + accessTokenSeconds,
    });
  }

  /** The session that a Bearer header names, whether or not its token has expired; null when it was not signed here. */
  sessionOf(authorization: string | undefined): SessionId | null {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) return null;
    try {
      return this.jwt.verify<AccessClaims>(token, { ignoreExpiration: true }).sid;
    } catch {
      return null;
    }
  }
}

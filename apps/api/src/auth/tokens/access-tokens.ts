import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { SessionId, TenantId, UserId } from '../../platform/ids/ids';

/** How long an access token is good for. */
export const accessTokenSeconds = 900;
export const accessTokenAudience = 'canar-api';

const accessClaims = z.object({
  sub: z.uuid().transform(UserId),
  tid: z.uuid().transform(TenantId),
  sid: z.uuid().transform(SessionId),
  /** The generation of the refresh token that it was issued with. */
  gen: z.int().nonnegative().optional(),
  typ: z.literal('access'),
  iat: z.int(),
  exp: z.int(),
});

/** What an access token says: who, for which tenant, in which session; issued and expiring when, in seconds. */
export type AccessClaims = Readonly<z.infer<typeof accessClaims>>;

/** The claims of a verified token, when they are those of an access token; else null. */
export function readClaims(claims: unknown): AccessClaims | null {
  return accessClaims.safeParse(claims).data ?? null;
}

/** Signs access tokens. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  /** A token for one session, good for fifteen minutes. */
  sign(session: { id: SessionId; userId: UserId; tenantId: TenantId; generation: number }): string {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    return this.jwt.sign({
      sub: session.userId,
      tid: session.tenantId,
      sid: session.id,
      gen: session.generation,
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
      return readClaims(this.jwt.verify<object>(token, { ignoreExpiration: true }))?.sid ?? null;
    } catch {
      return null;
    }
  }
}

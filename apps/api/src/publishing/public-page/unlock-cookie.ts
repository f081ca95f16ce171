import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { deriveKey } from '../../platform/config/keys';
import { pagePath } from '../domain/page-path';
import type { PageAccess } from './domain/page-access';

/** How long a password that was given once is not asked for again. */
const lifetimeSeconds = 3_600;

// A cookie of /p/mina is not sent to /p/mina.pdf (RFC 6265 §5.1.4), so the pass is written once for each form.
const formats = ['', '.pdf', '.json', '.md', '.vcf'];

/** The cookies of a request, by name. */
export type Cookies = Record<string, string | undefined>;

/**
 * Remembers in signed cookies that a visitor has given the password of an entrance. A pass is for that entrance and
 * that password: another password ends it.
 */
@Injectable()
export class UnlockCookie {
  private readonly key;
  private readonly secure: boolean;

  constructor(
    { env }: Config,
    private readonly clock: Clock,
  ) {
    this.key = deriveKey(env.JWT_SECRET, 'unlock');
    this.secure = env.PUBLIC_URL.startsWith('https://');
  }

  /** Gives the visitor a pass, good for an hour, which the browser shows to this page and its formats alone. */
  give(reply: FastifyReply, entrance: PageAccess): void {
    const until = this.seconds() + lifetimeSeconds;
    const pass = `${until}.${this.sign(entrance, until)}`;
    for (const form of formats) {
      void reply.setCookie(nameFor(entrance), pass, {
        httpOnly: true,
        sameSite: 'lax',
        secure: this.secure,
        path: `${pagePath(entrance)}${form}`,
        maxAge: lifetimeSeconds,
      });
    }
  }

  /** Whether a request shows a pass for this entrance. */
  accepts(cookies: Cookies, entrance: PageAccess): boolean {
    const [, until, signature] = /^(\d{1,12})\.([\w-]+)$/.exec(cookies[nameFor(entrance)] ?? '') ?? [];
    if (!until || !signature || Number(until) <= this.seconds()) return false;
    const expected = Buffer.from(this.sign(entrance, Number(until)));
    const presented = Buffer.from(signature);
    return presented.length === expected.length && timingSafeEqual(presented, expected);
  }

  private sign({ tenantId, profileId, linkId, passwordHash }: PageAccess, until: number): string {
    const said = JSON.stringify([tenantId, profileId, linkId, passwordHash, until]);
    return createHmac('sha256', this.key).update(said).digest('base64url');
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1_000);
  }
}

function nameFor({ linkId }: PageAccess): string {
  return linkId === null ? 'canar-unlock' : 'canar-unlock-link';
}

import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { Signer } from '../../platform/signing/signer';
import { pagePath } from '../domain/page-path';
import type { PageAccess } from './domain/page-access';

/** How long a password that was given once is not asked for again. */
const lifetimeSeconds = 3_600;

// A cookie of /p/mina is not sent to /p/mina.pdf (RFC 6265 §5.1.4), so the cookie is set once for each format.
const formats = ['', '.pdf', '.json', '.md', '.vcf'];

/** The tokens that a request presents: one for the page under its slug, one for a share link. */
export interface UnlockTokens {
  page: string | undefined;
  link: string | undefined;
}

/** The signed cookie of a visitor who has given the password of a page. It is valid for that page and that password only. */
@Injectable()
export class UnlockCookie {
  private readonly signer: Signer;
  private readonly secure: boolean;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'unlock');
    this.secure = config.env.PUBLIC_URL.startsWith('https://');
  }

  /** Sets the cookie, valid for an hour, which the browser sends to this page and its formats only. */
  set(reply: FastifyReply, access: PageAccess): void {
    const until = this.seconds() + lifetimeSeconds;
    const token = `${until}.${this.signer.sign(contentOf(access, until))}`;
    for (const format of formats) {
      void reply.setCookie(this.nameOf(access.linkId === null ? 'page' : 'link'), token, {
        httpOnly: true,
        sameSite: 'lax',
        secure: this.secure,
        path: `${pagePath(access)}${format}`,
        maxAge: lifetimeSeconds,
      });
    }
  }

  /** Whether one of the tokens is valid for this page. */
  isValid(tokens: UnlockTokens, access: PageAccess): boolean {
    const [, until, signature] =
      /^(\d{1,12})\.([\w-]+)$/.exec((access.linkId === null ? tokens.page : tokens.link) ?? '') ?? [];
    if (!until || !signature || Number(until) <= this.seconds()) return false;
    return this.signer.verify(contentOf(access, Number(until)), signature);
  }

  /** The unlock tokens among the cookies of a request. */
  tokensIn(cookies: Record<string, string | undefined>): UnlockTokens {
    return { page: cookies[this.nameOf('page')], link: cookies[this.nameOf('link')] };
  }

  /** Not `__Host-`, which would need the path of the whole site. */
  private nameOf(kind: keyof UnlockTokens): string {
    return `${this.secure ? '__Secure-' : ''}canar-unlock${kind === 'link' ? '-link' : ''}`;
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1_000);
  }
}

function contentOf({ tenantId, profileId, linkId, passwordHash }: PageAccess, until: number): string {
  return JSON.stringify([tenantId, profileId, linkId, passwordHash, until]);
}

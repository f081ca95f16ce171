import { identityProviderNames } from '@canar/api-env';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { hostCookie } from '../../platform/http/host-cookie';
import { SessionId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { locales } from '../domain/locale';

/** Seconds in which a person must come back from a provider. */
const maxAgeSeconds = 600;

const content = z.object({
  provider: z.enum(identityProviderNames),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  locale: z.enum(locales),
  /** The session to whose person the identity is to be connected; null when it is to sign in. */
  sessionId: z.string().transform(SessionId).nullable(),
});

/** A request to a provider that is under way. */
export type PendingAuthorization = z.output<typeof content>;

/**
 * Binds a request to a provider to the browser that made it: an answer counts only with the cookie of its request, so that
 * nobody can be made to complete a sign-in that somebody else has begun. The last request of a browser counts.
 */
@Injectable()
export class AuthorizationCookie {
  private readonly signer: Signer;
  private readonly secure: boolean;
  private readonly name: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'identity');
    ({ name: this.name, secure: this.secure } = hostCookie(config, 'canar-identity'));
  }

  set(reply: FastifyReply, pending: PendingAuthorization): void {
    const expiresAt = new Date(this.clock.now().getTime() + maxAgeSeconds * 1000);
    const sealed = this.signer.seal(pending, { expiresAt });
    void reply.setCookie(this.name, sealed, { ...this.attributes, maxAge: maxAgeSeconds });
  }

  /** Reads the request that is under way and ends it: each is answered once. */
  take(request: FastifyRequest, reply: FastifyReply): PendingAuthorization | null {
    const sealed = request.cookies[this.name];
    if (sealed === undefined) return null;
    void reply.clearCookie(this.name, this.attributes);
    return this.signer.open(sealed, content, { now: this.clock.now() });
  }

  private get attributes() {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' } as const;
  }
}

import type { IdentityProviderName } from '@canar/api-env';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionId } from '../../platform/ids/ids';
import { SecurityEvents } from '../../platform/observability/security-events';
import { type Locale, locales } from '../domain/locale';
import { AuthorizationCookie } from './authorization-cookie';
import type { AuthorizationAnswer, ProvenIdentity } from './proven-identity';
import { identityRejected } from './identities.errors';
import { IdentityProviders } from './identity-providers';

/** What a request to a provider is for: signing in, or connecting the identity to the person of a session. */
export interface AuthorizationPurpose {
  provider: IdentityProviderName;
  sessionId: SessionId | null;
  locale?: Locale;
}

/** A person as a provider has stated, and the language in which they began. */
export interface Authorized {
  identity: ProvenIdentity;
  locale: Locale;
}

/** Sends browsers to providers and checks with what they come back. */
@Injectable()
export class Authorizations {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly cookie: AuthorizationCookie,
    private readonly events: SecurityEvents,
  ) {}

  /** @returns where the browser is to go @throws {DomainError} `identity.not-offered`, `identity.unavailable` */
  async begin(
    reply: FastifyReply,
    { provider: name, sessionId, locale = locales[0] }: AuthorizationPurpose,
  ): Promise<string> {
    const provider = this.providers.get(name);
    const secrets = provider.secrets();
    const url = await provider.authorizationUrl(secrets);
    this.cookie.set(reply, { provider: name, ...secrets, locale, sessionId });
    return url;
  }

  /** @throws {DomainError} `identity.rejected` when the answer is to no request of this browser for this purpose; `identity.unavailable` */
  async complete(
    request: FastifyRequest,
    reply: FastifyReply,
    { provider, sessionId }: AuthorizationPurpose,
    answer: AuthorizationAnswer,
  ): Promise<Authorized> {
    const pending = this.cookie.take(request, reply);
    if (!pending || pending.provider !== provider || pending.sessionId !== sessionId) {
      this.events.record('identity.failed', { kind: provider });
      throw identityRejected();
    }
    try {
      return { identity: await this.providers.get(provider).prove(answer, pending), locale: pending.locale };
    } catch (error) {
      this.events.record('identity.failed', { kind: provider });
      throw error;
    }
  }
}

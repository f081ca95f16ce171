import type { IdentityProviderName } from '@canar/api-env';
import type { AuthorizationAnswer, AuthorizationSecrets, ProvenIdentity } from './proven-identity';

/** A provider that states to us who somebody is, by the authorization code flow with PKCE (RFC 9700). */
export abstract class IdentityProvider {
  abstract readonly name: IdentityProviderName;

  /** New random values for one request. */
  abstract secrets(): AuthorizationSecrets;

  /** Where the browser is sent to. @throws {DomainError} `identity.unavailable` */
  abstract authorizationUrl(secrets: AuthorizationSecrets): Promise<string>;

  /**
   * Exchanges the code of an answer for what the provider states of the person.
   * @throws {DomainError} `identity.rejected` when the answer is not the one to this request; `identity.unavailable`
   */
  abstract prove(answer: AuthorizationAnswer, secrets: AuthorizationSecrets): Promise<ProvenIdentity>;
}

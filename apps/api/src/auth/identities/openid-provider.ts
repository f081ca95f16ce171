import type { IdentityProviderName } from '@canar/api-env';
import * as openid from 'openid-client';
import type { AuthorizationAnswer, AuthorizationSecrets, ProvenIdentity } from './proven-identity';
import { IdentityProvider } from './identity-provider';
import { problemOf } from './openid-errors';

/** A client of a provider. */
export interface ProviderClient {
  clientId: string;
  clientSecret: string;
  /** The one address to which the provider sends browsers back; registered there, and compared literally. */
  redirectUri: string;
}

/** What a provider gives for a code. */
export type Tokens = Awaited<ReturnType<typeof openid.authorizationCodeGrant>>;

/** Seconds that a request to a provider may take. */
export const timeoutSeconds = 5;

/** The flow that all providers have in common, by the library `openid-client`. */
export abstract class OpenidProvider extends IdentityProvider {
  protected abstract readonly scope: string;
  private configured: Promise<openid.Configuration> | undefined;

  constructor(
    readonly name: IdentityProviderName,
    protected readonly client: ProviderClient,
  ) {
    super();
  }

  /** Where the provider's endpoints are, and what its tokens are checked against. */
  protected abstract configure(): Promise<openid.Configuration>;

  /** Checks what the provider must return beside an access token, and reads who the person is. */
  protected abstract identify(configuration: openid.Configuration, tokens: Tokens): Promise<ProvenIdentity>;

  /** What is checked beside state and PKCE. */
  protected checks(_secrets: AuthorizationSecrets): openid.AuthorizationCodeGrantChecks {
    return {};
  }

  secrets(): AuthorizationSecrets {
    return {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      codeVerifier: openid.randomPKCECodeVerifier(),
    };
  }

  async authorizationUrl({ state, nonce, codeVerifier }: AuthorizationSecrets): Promise<string> {
    const configuration = await this.configuration().catch((error: unknown) => Promise.reject(problemOf(error)));
    return openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.client.redirectUri,
      scope: this.scope,
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      prompt: 'select_account',
    }).href;
  }

  async prove(answer: AuthorizationAnswer, secrets: AuthorizationSecrets): Promise<ProvenIdentity> {
    const url = new URL(this.client.redirectUri);
    for (const [name, value] of Object.entries(answer))
      if (value !== undefined) url.searchParams.set(name, String(value));
    try {
      const configuration = await this.configuration();
      const tokens = await openid.authorizationCodeGrant(configuration, url, {
        expectedState: secrets.state,
        pkceCodeVerifier: secrets.codeVerifier,
        ...this.checks(secrets),
      });
      return await this.identify(configuration, tokens);
    } catch (error) {
      throw problemOf(error);
    }
  }

  /** Asked for once; again after a failure. */
  private configuration(): Promise<openid.Configuration> {
    this.configured ??= this.configure().catch((error: unknown) => {
      this.configured = undefined;
      throw error;
    });
    return this.configured;
  }
}

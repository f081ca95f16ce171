import { type IdentityProviderName, offeredIdentityProviders } from '@canar/api-env';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { identityNotOffered } from './identities.errors';
import type { IdentityProvider } from './identity-provider';
import { OpenidGithub } from './openid-github';
import { OpenidGoogle } from './openid-google';

const googleIssuer = 'https://accounts.google.com';

/** The identity providers that the installation offers. */
@Injectable()
export class IdentityProviders {
  private readonly byName: ReadonlyMap<string, IdentityProvider>;

  constructor({ env }: Config) {
    const make: Record<IdentityProviderName, () => IdentityProvider> = {
      google: () =>
        new OpenidGoogle(
          clientOf('google', env.PUBLIC_URL, env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET),
          env.GOOGLE_ISSUER ?? googleIssuer,
        ),
      github: () =>
        new OpenidGithub(
          clientOf('github', env.PUBLIC_URL, env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET),
          env.GITHUB_ENDPOINT,
        ),
    };
    this.byName = new Map(offeredIdentityProviders(env).map((name) => [name, make[name]()]));
  }

  /** @throws {DomainError} `identity.not-offered` */
  get(name: IdentityProviderName): IdentityProvider {
    const provider = this.byName.get(name);
    if (!provider) throw identityNotOffered();
    return provider;
  }
}

/** Each provider has a redirect URI of its own, so that none can answer in the place of another (RFC 9700, section 4.4). */
function clientOf(name: IdentityProviderName, publicUrl: string, clientId = '', clientSecret = '') {
  return { clientId, clientSecret, redirectUri: `${publicUrl}/sign-in/${name}/` };
}

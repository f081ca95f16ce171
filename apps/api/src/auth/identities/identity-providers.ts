import { type ApiEnv, type IdentityProviderName, offeredIdentityProviders } from '@canar/api-env';
import { identityNotOffered } from './identities.errors';
import type { IdentityProvider } from './identity-provider';

const googleIssuer = 'https://accounts.google.com';

type Loader = (env: ApiEnv) => Promise<IdentityProvider>;

const loaders: Record<IdentityProviderName, Loader> = {
  google: async (env) => {
    const client = clientOf('google', env.PUBLIC_URL, env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET);
    const { OpenidGoogle } = await import('./openid-google');
    return new OpenidGoogle(client, env.GOOGLE_ISSUER ?? googleIssuer);
  },
  github: async (env) => {
    const client = clientOf('github', env.PUBLIC_URL, env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET);
    const { OpenidGithub } = await import('./openid-github');
    return new OpenidGithub(client, env.GITHUB_ENDPOINT);
  },
};

/** The identity providers that the installation offers. */
export class IdentityProviders {
  private constructor(private readonly byName: ReadonlyMap<string, IdentityProvider>) {}

  /** Loads those that the environment configures; without any, the library of the protocol stays away. */
  static async load(env: ApiEnv): Promise<IdentityProviders> {
    const offered = offeredIdentityProviders(env);
    return new IdentityProviders(
      new Map(await Promise.all(offered.map(async (name) => [name, await loaders[name](env)] as const))),
    );
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

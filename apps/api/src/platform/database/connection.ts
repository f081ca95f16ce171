import { type ClientConfig, Pool } from 'pg';
import { rdsConnection } from './rds-connection';

/** A database, as the role that its address names. */
export interface DatabaseAddress {
  /** `postgresql://ROLE@HOST:PORT/DATABASE`. */
  url: string;
  /** `iam`: the server is Amazon RDS. */
  auth: 'password' | 'iam';
  /** Where RDS is. */
  region: string;
}

/** The address of the API's own database in its environment. */
export function databaseOf(env: {
  DATABASE_URL: string;
  DATABASE_AUTH: DatabaseAddress['auth'];
  AWS_REGION: string;
}): DatabaseAddress {
  return { url: env.DATABASE_URL, auth: env.DATABASE_AUTH, region: env.AWS_REGION };
}

/** The same past a pooler, for what needs a connection of its own: LISTEN and the queue. */
export function directDatabaseOf(
  env: Parameters<typeof databaseOf>[0] & { DATABASE_DIRECT_URL?: string | undefined },
): DatabaseAddress {
  return databaseOf({ ...env, DATABASE_URL: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL });
}

/** How node-postgres reaches a database. Every connection of the product is made with it. */
export async function connectionTo({ url, auth, region }: DatabaseAddress): Promise<ClientConfig> {
  return auth === 'iam' ? rdsConnection(url, region) : { connectionString: url };
}

/**
 * A pool as the queue wants it.
 * @param lost called when a connection breaks; the pool makes another when it needs one
 */
export function poolOf(connection: ClientConfig, max: number, lost: (error: Error) => void): Pool {
  const pool = new Pool({ ...connection, max });
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

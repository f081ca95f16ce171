import { databaseUrl, LocalPostgresError, startDatabase } from '@canar/local-postgres';

import type { DataDir } from './data-dir';
import { LaunchError } from '../terminal/launch.errors';
import type { Closer } from '../terminal/lifetime';
import type { Secrets } from './secrets';

/** The addresses of the three roles; an operator does the work of a role without one. */
export interface DatabaseAddresses {
  DATABASE_URL: string;
  DATABASE_MIGRATION_URL?: string | undefined;
  DATABASE_ADMIN_URL?: string | undefined;
}

/** The database of a run. */
export interface RunDatabase {
  addresses: DatabaseAddresses;
  /** A phrase that describes the database. */
  description: string;
  /** The folder of the embedded database; null for another database. */
  folder: string | null;
  closer: Closer | null;
  /** Whether the embedded database was running before. */
  takenOver: boolean;
}

const NAME = 'canar';

/**
 * The database of the DATABASE_* variables, or otherwise the embedded one, which is started.
 * @throws LaunchError when the embedded one cannot start
 */
export async function openDatabase(
  env: NodeJS.ProcessEnv,
  dataDir: DataDir,
  secrets: Secrets,
  log: (line: string) => void,
): Promise<RunDatabase> {
  const { DATABASE_URL, DATABASE_MIGRATION_URL, DATABASE_ADMIN_URL } = env;
  if (DATABASE_URL) {
    const addresses = { DATABASE_URL, DATABASE_MIGRATION_URL, DATABASE_ADMIN_URL };
    return { addresses, description: `yours on ${hostOf(DATABASE_URL)}`, folder: null, closer: null, takenOver: false };
  }
  const started = await startDatabase({ dataDir: dataDir.postgres, durable: true, log }).catch((error: unknown) => {
    throw error instanceof LocalPostgresError ? new LaunchError(error.message) : error;
  });
  const as = (name: string, password: string) => databaseUrl(started.adminUrl, NAME, { name, password });
  return {
    addresses: {
      DATABASE_URL: as('canar_app', secrets.appPassword),
      DATABASE_MIGRATION_URL: as('canar_owner', secrets.ownerPassword),
      DATABASE_ADMIN_URL: started.adminUrl,
    },
    description: `embedded PostgreSQL on port ${started.port}${started.takenOver ? ', which was still running' : ''}`,
    folder: started.dataDir,
    takenOver: started.takenOver,
    closer: { close: () => started.stop(), force: () => started.stop('immediate') },
  };
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    throw new LaunchError('DATABASE_URL is not an address such as postgres://user:password@host:5432/canar.');
  }
}

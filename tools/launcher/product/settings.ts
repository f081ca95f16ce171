import { join } from 'node:path';

import { WORKSPACE } from '../../scripts/nx-command';
import type { DatabaseAddresses } from '../data/database';
import type { DataDir } from '../data/data-dir';
import type { Secrets } from '../data/secrets';

/** The folder of the exported site. */
export const SITE_DIR = join(WORKSPACE, 'apps/web/out');

const NOT_THE_APPLICATIONS = new Set(['DATABASE_ADMIN_URL', 'DATABASE_MIGRATION_URL']);

/** The address of the run. */
export interface Place {
  host: string;
  /** The port of the API. */
  port: number;
  /** The address people open. */
  url: string;
}

/**
 * The environment of the API: the embedded parts by default, overridden by the variables of the caller. The
 * addresses of the owner and the administrator are not passed to the API's process.
 */
export function apiEnvironment(
  env: NodeJS.ProcessEnv,
  { DATABASE_URL }: DatabaseAddresses,
  dataDir: DataDir,
  secrets: Secrets,
  place: Place,
): NodeJS.ProcessEnv {
  const defaults = {
    NODE_ENV: 'development',
    PUBLIC_URL: place.url,
    JWT_SECRET: secrets.jwtSecret,
    STORAGE: 'disk',
    STORAGE_DIR: dataDir.files,
    PAYMENT_PROVIDERS: 'sandbox',
    SANDBOX_SECRET: secrets.sandboxSecret,
    RATE_LIMITS: 'relaxed',
  };
  const set = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => value !== '' && !NOT_THE_APPLICATIONS.has(name)),
  );
  return { ...defaults, ...set, HOST: place.host, PORT: String(place.port), DATABASE_URL };
}

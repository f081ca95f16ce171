import { type ApiEnv, ApiEnvError, parseApiEnv } from './api-env';

/**
 * The environment of this process, parsed for the API.
 * @throws {ApiEnvError} naming every variable that is missing or wrong
 */
export function readApiEnv(): ApiEnv {
  return parseApiEnv(process.env);
}

/** The connections of the tasks that prepare and migrate a database. */
export type DatabaseUrlName = 'DATABASE_URL' | 'DATABASE_MIGRATION_URL' | 'DATABASE_ADMIN_URL';

/**
 * Database connections from the environment of this process.
 * @throws {ApiEnvError} naming those that are missing
 */
export function readDatabaseUrls<Name extends DatabaseUrlName>(...names: Name[]): Record<Name, string> {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new ApiEnvError(`The environment is not right: ${missing.join(', ')} required.`);
  return Object.fromEntries(names.map((name) => [name, process.env[name]])) as Record<Name, string>;
}

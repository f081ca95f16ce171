import { type ApiEnv, ApiEnvError, parseApiEnv, parseStorageEnv, type StorageEnv } from './api-env';
import {
  type DatabaseEnv,
  type MigrationEnv,
  parseDatabaseEnv,
  parseMigrationEnv,
  parsePreparationEnv,
  type PreparationEnv,
} from './schema-task-env';

/**
 * The environment of this process, parsed for the API.
 * @throws {ApiEnvError} naming every variable that is missing or wrong
 */
export function readApiEnv(): ApiEnv {
  return parseApiEnv(process.env);
}

/**
 * The file storage of this process, without the rest of the API's environment.
 * @throws {ApiEnvError} naming every variable of it that is wrong
 */
export function readStorageEnv(): StorageEnv {
  return parseStorageEnv(process.env);
}

/**
 * The environment of this process, parsed for the task that creates roles.
 * @throws {ApiEnvError} naming every variable that is missing or wrong
 */
export function readPreparationEnv(): PreparationEnv {
  return parsePreparationEnv(process.env);
}

/**
 * The environment of this process, parsed for the task that migrates.
 * @throws {ApiEnvError} naming every variable that is missing or wrong
 */
export function readMigrationEnv(): MigrationEnv {
  return parseMigrationEnv(process.env);
}

/**
 * The API's own database, from the environment of this process, for programs without the rest of the API.
 * @throws {ApiEnvError} naming every variable that is missing or wrong
 */
export function readDatabaseEnv(): DatabaseEnv {
  return parseDatabaseEnv(process.env);
}

/** The connections of the tasks that prepare and migrate a database. */
export type DatabaseUrlName = 'DATABASE_URL' | 'DATABASE_MIGRATION_URL' | 'DATABASE_ADMIN_URL';

/**
 * Database connections from the environment of this process.
 * @throws {ApiEnvError} naming those that are missing
 */
export function readDatabaseUrls<Name extends DatabaseUrlName>(...names: Name[]): Record<Name, string> {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new ApiEnvError(`Invalid environment: ${missing.join(', ')} required.`);
  return Object.fromEntries(names.map((name) => [name, process.env[name]])) as Record<Name, string>;
}

/** An optional database connection, or undefined. */
export function readOptionalDatabaseUrl(name: DatabaseUrlName | 'DATABASE_BACKUP_URL'): string | undefined {
  return process.env[name] || undefined;
}

/** Where programs of this machine are searched. */
export interface ProgramPlaces {
  /** POSTGRES_BIN_DIR: the folder of PostgreSQL's own programs, on unusual machines. */
  postgres: string | undefined;
  /** PATH, as the system writes it. */
  path: string;
}

/** The search path of this process for PostgreSQL's programs. */
export function readProgramPlaces(): ProgramPlaces {
  return { postgres: process.env['POSTGRES_BIN_DIR'] || undefined, path: process.env['PATH'] ?? '' };
}

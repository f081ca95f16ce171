import { z } from 'zod';
import { databaseAuth, parseEnv, postgresUrl } from './api-env';

/** The master secret of an RDS database in Secrets Manager: a JSON object that may have further fields. */
const masterSecret = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.object({ username: z.string().min(1), password: z.string().min(1) }));

const connections = {
  DATABASE_URL: postgresUrl,
  DATABASE_MIGRATION_URL: postgresUrl,
  DATABASE_AUTH: databaseAuth,
  AWS_REGION: z.string().default('us-east-1'),
};

const preparation = z
  .object({
    ...connections,
    DATABASE_ADMIN_URL: postgresUrl,
    DATABASE_ADMIN_SECRET: masterSecret.optional(),
    DATABASE_BACKUP_URL: postgresUrl.optional(),
  })
  .transform(({ DATABASE_ADMIN_SECRET: secret, ...env }) => ({
    ...env,
    DATABASE_ADMIN_URL: secret ? signedInAs(env.DATABASE_ADMIN_URL, secret) : env.DATABASE_ADMIN_URL,
  }));

const application = z.object(connections).omit({ DATABASE_MIGRATION_URL: true });

const migration = z.object(connections).omit({ DATABASE_URL: true });

/** The names of all variables of the tasks that prepare and migrate a database. */
export type SchemaTaskEnvName = keyof z.input<typeof preparation>;

/** The environment of the preparation of a database. */
export type PreparationEnv = Readonly<z.output<typeof preparation>>;

/** The environment of the migration of a database. */
export type MigrationEnv = Readonly<z.output<typeof migration>>;

/** The API's own database and how to sign in to it, for programs without the rest of the API. */
export type DatabaseEnv = Readonly<z.output<typeof application>>;

/**
 * Parses the connection of the API's own database.
 * @throws {ApiEnvError} naming every variable that is missing or wrong, never its value
 */
export function parseDatabaseEnv(source: Record<string, string | undefined>): DatabaseEnv {
  return parseEnv(application, source);
}

/**
 * Parses the environment of the task that creates roles; DATABASE_ADMIN_SECRET is the credential of DATABASE_ADMIN_URL.
 * @throws {ApiEnvError} naming every variable that is missing or wrong, never its value
 */
export function parsePreparationEnv(source: Record<string, string | undefined>): PreparationEnv {
  return parseEnv(preparation, source);
}

/**
 * Parses the environment of the task that migrates.
 * @throws {ApiEnvError} naming every variable that is missing or wrong, never its value
 */
export function parseMigrationEnv(source: Record<string, string | undefined>): MigrationEnv {
  return parseEnv(migration, source);
}

function signedInAs(address: string, { username, password }: z.output<typeof masterSecret>): string {
  const url = new URL(address);
  url.username = encodeURIComponent(username);
  url.password = encodeURIComponent(password);
  return url.toString();
}

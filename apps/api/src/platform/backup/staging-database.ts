import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError, escapeIdentifier } from 'pg';
import { prepareRoles } from '../database/prepare-roles';
import { BackupError } from './backup.errors';
import { databaseOf, inDatabase } from './database-address';

/** The logins of one database. */
export interface DatabaseLogins {
  /** May create, rename and drop databases. */
  admin: string;
  /** `canar_owner`. */
  owner: string;
  /** `canar_app`. */
  app: string;
  /** The login of backups, where it is not the administrator. */
  backup?: string | undefined;
}

/** Whether the database that is to be restored is there, and in whose way the restore would be. */
export type TargetState = 'absent' | 'empty' | 'filled';

const stillInUse = '55006';

/**
 * Looks at the database that a restore would take the place of.
 * @throws {BackupError} when somebody is connected to it
 */
export async function inspectTarget({ admin, owner }: DatabaseLogins): Promise<TargetState> {
  const name = databaseOf(owner);
  const [database] = await ask<{ users: string }>(
    admin,
    `SELECT (SELECT count(*) FROM pg_stat_activity a WHERE a.datid = d.oid AND a.pid <> pg_backend_pid()) AS users
     FROM pg_database d WHERE d.datname = $1`,
    [name],
  );
  if (!database) return 'absent';
  if (Number(database.users) > 0) {
    throw new BackupError(
      `The database ${name} is in use by ${database.users} connections: stop the product first. Nothing was changed.`,
    );
  }
  return (await holdsRows(owner)) ? 'filled' : 'empty';
}

/** Whether any table that its owner sees holds a row. Every tenant's row stands on a row of `auth.tenants`, which he sees. */
async function holdsRows(owner: string): Promise<boolean> {
  const tables = await ask<{ name: string }>(
    owner,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND NOT c.relrowsecurity AND c.relname <> 'migrations'
       AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'graphile_worker')`,
  );
  for (const { name } of tables) if ((await ask(owner, `SELECT 1 FROM ${name} LIMIT 1`)).length > 0) return true;
  return false;
}

/** Makes a database beside the target, with the roles that its tables will name. @returns the logins to it */
export async function makeStaging(logins: DatabaseLogins, stamp: string): Promise<DatabaseLogins> {
  const name = `${databaseOf(logins.owner).slice(0, 30)}_restoring_${stamp}`;
  const staging = { ...logins, owner: inDatabase(logins.owner, name), app: inDatabase(logins.app, name) };
  await prepareRoles({ connectionString: staging.admin }, { ...staging, auth: 'password' });
  return staging;
}

/** Drops a database that has not become the product's. */
export async function dropStaging({ admin, owner }: DatabaseLogins): Promise<void> {
  await ask(admin, `DROP DATABASE IF EXISTS ${escapeIdentifier(databaseOf(owner))} WITH (FORCE)`);
}

/**
 * Gives the staging database the target's name, in one transaction with taking that name from what bears it now.
 * @returns the new name of the former database, or null when it was empty
 */
export async function takePlace(
  staging: DatabaseLogins,
  target: DatabaseLogins,
  state: TargetState,
  stamp: string,
): Promise<string | null> {
  const [made, name] = [databaseOf(staging.owner), databaseOf(target.owner)];
  const formerName = `${name.slice(0, 30)}_before_${stamp}`;
  const rename = (from: string, to: string) =>
    `ALTER DATABASE ${escapeIdentifier(from)} RENAME TO ${escapeIdentifier(to)}`;
  const steps = state === 'absent' ? [rename(made, name)] : [rename(name, formerName), rename(made, name)];
  await whenQuiet(() => ask(target.admin, `BEGIN; ${steps.join('; ')}; COMMIT`), name);
  if (state === 'filled') return formerName;
  if (state === 'empty') await ask(target.admin, `DROP DATABASE ${escapeIdentifier(formerName)}`);
  return null;
}

/** A server takes a moment to notice that we have left; somebody else's connection is a refusal. */
async function whenQuiet(work: () => Promise<unknown>, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof DatabaseError && error.code === stillInUse)) throw error;
      if (attempt === 20) {
        throw new BackupError(`Somebody is connected to ${name}: stop the product first. Nothing was changed.`);
      }
      await pause(250);
    }
  }
}

async function ask<Row>(url: string, sql: string, parameters?: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, parameters)).rows as Row[];
  } finally {
    await client.end();
  }
}

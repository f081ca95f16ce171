import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProgramPlaces } from '@canar/api-env';
import { Client } from 'pg';
import { migrate, ownMigrations } from '../database/migrate';
import type { FileStorage } from '../storage/file-storage';
import { BackupError } from './backup.errors';
import { type Backup, type Manifest, readBackup } from './backup-folder';
import { databaseOf, inDatabase, libpqEnvironment, queriesOf, type Query } from './database-address';
import { putFiles } from './file-copies';
import { findPostgresPrograms, type PostgresPrograms, runPostgresProgram } from './postgres-programs';
import { type DatabaseLogins, dropStaging, inspectTarget, makeStaging, takePlace } from './staging-database';
import { differenceOf, readTableContents } from './table-contents';
import { type ModuleData, serverVersion } from './take-backup';

/** What to restore, and where to. */
export interface RestoreOrder {
  /** The folder of the backup. */
  from: string;
  /** The database that is to hold it; it need not be there. */
  target: DatabaseLogins;
  storage: FileStorage;
  data: Pick<ModuleData, 'ledgerHeads'>;
  /** Checks every chain of a database as the application. @returns what is wrong, or null */
  verifyLedger(app: string): Promise<string | null>;
  /** Replaces a database that contains data, which is then renamed. */
  replace: boolean;
  now: Date;
  places: ProgramPlaces;
  /** Hears each step. */
  log(line: string): void;
}

/** What became of a restore. */
export interface Restored {
  manifest: Manifest;
  /** The new name of the former database. */
  formerName: string | null;
}

/**
 * Restores a backup into a database beside the target, compares it with its manifest, checks the ledger, brings it to
 * this program's schema, puts the files, and only then lets it take the target's name.
 * @throws {BackupError} with one sentence; the target is then as it was
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const backup = await readBackup(order.from);
  order.log(`Backup of ${backup.manifest.takenAt}: every part is as it was written`);
  await requireKnownMigrations(backup.manifest);
  const major = await requireServer(order.target.admin, backup.manifest);
  const programs = await findPostgresPrograms(major, order.places);
  const state = await inspectTarget(order.target);
  const name = databaseOf(order.target.owner);
  if (state === 'filled' && !order.replace) {
    throw new BackupError(
      `The database ${name} holds data: nothing was changed. --replace puts the backup in its place and keeps it under ` +
        `another name; --into NAME restores beside it.`,
    );
  }
  const stamp = order.now
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
    .toLowerCase();
  const staging = await makeStaging(order.target, stamp);
  try {
    await fill(order, backup, staging, programs);
    const formerName = await takePlace(staging, order.target, state, stamp);
    return { manifest: backup.manifest, formerName };
  } catch (error) {
    await dropStaging(staging);
    throw error;
  }
}

async function fill(
  { data, storage, verifyLedger, log }: RestoreOrder,
  backup: Backup,
  staging: DatabaseLogins,
  programs: PostgresPrograms,
): Promise<void> {
  await load(join(backup.folder, 'database.dump'), staging.owner, programs);
  await analyze(staging.owner);
  log('Tables are restored; row-level security stands');
  await compareContents(backup, staging, data);
  log(`${backup.manifest.tables.length} tables hold the same rows; ${backup.heads.length} ledger heads are the same`);
  const { ran } = await migrate({ connectionString: staging.owner });
  if (ran.length > 0) log(`Migrated: ${ran.join(', ')}`);
  // Last, because it reads the newest schema.
  const fault = await verifyLedger(staging.app);
  if (fault !== null) throw new BackupError(`The restored ledger does not hold: ${fault}. Nothing was changed.`);
  log('Every chain of the ledger holds');
  await putFiles(backup, storage);
  log(`${backup.files.length} files are in the store`);
}

/** Rows first, then keys and triggers, and row-level security last: the owner is bound by it, too. */
async function load(file: string, owner: string, { pgRestore }: PostgresPrograms): Promise<void> {
  const settings = libpqEnvironment(owner);
  const contents = (await runPostgresProgram(pgRestore, ['--list', file], {})).split('\n');
  const isSecurity = (line: string) => /^\d+; \d+ \d+ (ROW SECURITY|POLICY) /.test(line);
  const scratch = await mkdtemp(join(tmpdir(), 'canar-restore-'));
  const run = async (list: string, lines: string[], jobs: string) => {
    await writeFile(join(scratch, list), lines.join('\n'));
    const args = ['--exit-on-error', '--no-owner', `--jobs=${jobs}`, `--use-list=${join(scratch, list)}`];
    await runPostgresProgram(pgRestore, [...args, `--dbname=${databaseOf(owner)}`, file], settings);
  };
  try {
    await run(
      'rows-and-keys',
      contents.filter((line) => !isSecurity(line)),
      '2',
    );
    await run('row-security', contents.filter(isSecurity), '1');
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** A dump carries no statistics; without them the first queries over many rows would be planned blindly. */
async function analyze(owner: string): Promise<void> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

async function compareContents(
  { manifest, heads }: Backup,
  staging: DatabaseLogins,
  data: RestoreOrder['data'],
): Promise<void> {
  await inTransaction(inDatabase(staging.backup ?? staging.admin, databaseOf(staging.owner)), async (query) => {
    const difference = differenceOf(manifest.tables, await readTableContents(query));
    if (difference !== null) {
      throw new BackupError(`The restored database is not what was backed up: ${difference}. Nothing was changed.`);
    }
    const found = new Map((await data.ledgerHeads(query)).map((head) => [head.tenantId, JSON.stringify(head)]));
    const stray = heads.find((head) => found.get(head.tenantId) !== JSON.stringify(head));
    if (stray) {
      throw new BackupError(`The ledger of tenant ${stray.tenantId} ends elsewhere than it did. Nothing was changed.`);
    }
  });
}

async function inTransaction(url: string, work: (query: Query) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL ROLE canar_backup');
    await work(queriesOf(client));
  } finally {
    await client.end();
  }
}

async function requireServer(admin: string, { postgres }: Manifest): Promise<number> {
  const client = new Client({ connectionString: admin });
  await client.connect();
  try {
    const { major } = await serverVersion(queriesOf(client));
    if (major >= postgres.major) return major;
    throw new BackupError(`The backup is of PostgreSQL ${postgres.major}; this server is ${major}, which is older.`);
  } finally {
    await client.end();
  }
}

async function requireKnownMigrations({ migrations }: Manifest): Promise<void> {
  const own = new Map((await ownMigrations()).map(({ name, checksum }) => [name, checksum]));
  const strange = migrations.find(({ name, checksum }) => own.get(name) !== checksum);
  if (!strange) return;
  throw new BackupError(
    `The backup has the migration ${strange.name}, which this version of the product does not have: restore it with the version that made it.`,
  );
}

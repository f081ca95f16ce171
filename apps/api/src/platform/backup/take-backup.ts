import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ProgramPlaces } from '@canar/api-env';
import { Client } from 'pg';
import type { FileStorage } from '../storage/file-storage';
import { BackupError } from './backup.errors';
import { type FileLine, type LedgerHead, type Manifest, writeLines, writeManifest } from './backup-folder';
import { libpqEnvironment, queriesOf, type Query } from './database-address';
import { copyFiles } from './file-copies';
import { findPostgresPrograms, type PostgresPrograms, runPostgresProgram } from './postgres-programs';
import { readTableContents, requireWholeSight } from './table-contents';

/** What the modules know of their own data; the platform knows none of them. */
export interface ModuleData {
  /** The end of every account's chain. */
  ledgerHeads(query: Query): Promise<LedgerHead[]>;
  /** The storage keys of which rows speak. */
  filesInUse(query: Query): Promise<string[]>;
}

/** What to back up, and where to. */
export interface BackupOrder {
  /** A login that may become `canar_backup`, in the product's database. */
  database: string;
  storage: FileStorage;
  data: ModuleData;
  /** The folder in which the backup gets a folder of its own. */
  to: string;
  now: Date;
  places: ProgramPlaces;
}

/** Files were replaced between the snapshot and their copying; another snapshot will agree with them. */
class FilesMoved extends Error {}

const attempts = 5;

/**
 * Backs up the database and the stored files while the product runs. Database and manifest are of one snapshot. The
 * folder bears its name only when it is complete.
 * @returns the folder, and what is in it
 * @throws {BackupError} with one sentence
 */
export async function takeBackup(order: BackupOrder): Promise<{ folder: string; manifest: Manifest }> {
  const client = new Client({ connectionString: order.database });
  await client.connect();
  const folder = join(resolve(order.to), `canar-${order.now.toISOString().replace(/[-:]|\.\d+/g, '')}`);
  const partial = `${folder}.partial`;
  try {
    const version = await serverVersion(queriesOf(client));
    const programs = await findPostgresPrograms(version.major, order.places);
    await mkdir(join(partial, 'files'), { recursive: true, mode: 0o700 });
    const manifest = await withQuietFiles((copies) => copyAll(order, client, partial, programs, version, copies));
    await rename(partial, folder);
    return { folder, manifest };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function withQuietFiles<T>(work: (copies: Map<string, FileLine>) => Promise<T>): Promise<T> {
  const copies = new Map<string, FileLine>();
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await work(copies);
    } catch (error) {
      if (!(error instanceof FilesMoved)) throw error;
    }
  }
  throw new BackupError('Files are replaced faster than they can be copied: run the backup again.');
}

type ServerVersion = Manifest['postgres'];

async function copyAll(
  order: BackupOrder,
  client: Client,
  folder: string,
  programs: PostgresPrograms,
  postgres: ServerVersion,
  copies: Map<string, FileLine>,
): Promise<Manifest> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const query = queriesOf(client);
    await becomeBackup(query);
    await requireWholeSight(query);
    const [snapshot] = await query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    const lost = await copyNamedFiles(order, query, folder, copies);
    const dumped = dump(order.database, join(folder, 'database.dump'), programs, snapshot?.id ?? '');
    const [tables] = await Promise.all([readTableContents(query), dumped]);
    const heads = await order.data.ledgerHeads(query);
    const migrations = await query<Manifest['migrations'][number]>(
      'SELECT name, checksum FROM platform.migrations ORDER BY name COLLATE "C"',
    );
    const files = [...copies.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
    await writeLines(folder, 'files.jsonl', files);
    await writeLines(folder, 'ledger-heads.jsonl', heads);
    const takenAt = order.now.toISOString();
    const said = { takenAt, postgres, migrations, tables, accounts: heads.length };
    return await writeManifest(folder, { ...said, files: { count: files.length, lost } });
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Files first and at once: what rows of the snapshot speak of is deleted only after a later commit. */
async function copyNamedFiles(
  { storage, data, database }: BackupOrder,
  query: Query,
  folder: string,
  copies: Map<string, FileLine>,
): Promise<string[]> {
  const named = await data.filesInUse(query);
  await copyFiles(storage, folder, copies, named);
  const missing = named.filter((key) => !copies.has(key));
  if (missing.length === 0) return [];
  const stillNamed = new Set(await namedNow(database, data));
  if (missing.some((key) => !stillNamed.has(key))) throw new FilesMoved();
  return missing.sort();
}

async function namedNow(database: string, data: ModuleData): Promise<string[]> {
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    await client.query('BEGIN READ ONLY');
    await becomeBackup(queriesOf(client));
    return await data.filesInUse(queriesOf(client));
  } finally {
    await client.end();
  }
}

async function becomeBackup(query: Query): Promise<void> {
  await query('SET LOCAL ROLE canar_backup').catch((cause: unknown) => {
    throw new BackupError('This login may not become canar_backup: use DATABASE_BACKUP_URL after npm run db:prepare.', {
      cause,
    });
  });
}

async function dump(url: string, file: string, { pgDump }: PostgresPrograms, snapshot: string): Promise<void> {
  const args = ['--format=custom', '--role=canar_backup', '--enable-row-security', `--snapshot=${snapshot}`];
  await runPostgresProgram(pgDump, [...args, '--lock-wait-timeout=60s', `--file=${file}`], libpqEnvironment(url));
}

/** The version of the server behind a connection. */
export async function serverVersion(query: Query): Promise<ServerVersion> {
  const [row] = await query<{ number: string; version: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
  );
  return { major: Math.floor(Number(row?.number) / 10_000), version: row?.version ?? '' };
}

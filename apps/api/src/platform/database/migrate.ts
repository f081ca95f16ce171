import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runMigrations as installQueue } from 'graphile-worker';
import { Client, type ClientConfig } from 'pg';
import { poolOf } from './connection';
import { type BrokenConstraint, validateConstraints } from './validate-constraints';

const lockKey = 7_201_001;

/** What a migration did. */
export interface Migrated {
  /** The names of the migrations that ran now. */
  ran: string[];
  /** Constraints that hold for new rows and not for all older ones. */
  broken: BrokenConstraint[];
}

/**
 * Brings the database to the newest schema: each SQL file of `apps/api/migrations/` once, in order, each in a transaction.
 * Any number of processes may call it at once; one works, the others wait.
 * @param connection as the role that owns the schemas
 * @param last the last migration to run, for a database as it once was; all when it is left out
 * @throws {Error} when a file that ran before has changed since
 */
export async function migrate(connection: ClientConfig, last?: string): Promise<Migrated> {
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await bringQueue(connection);
    await client.query('CREATE SCHEMA IF NOT EXISTS platform');
    await client.query(
      `CREATE TABLE IF NOT EXISTS platform.migrations
         (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    return { ran: await applyPending(client, last), broken: await validateConstraints(client) };
  } finally {
    await client.end();
  }
}

async function bringQueue(connection: ClientConfig): Promise<void> {
  // The statement that needed a lost connection fails too, and says so.
  const pgPool = poolOf(connection, 2, () => undefined);
  try {
    await installQueue({ pgPool });
  } finally {
    await pgPool.end();
  }
}

/** A migration file of this program: its name, its text, and the SHA-256 under which it is noted. */
export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** Beside the bundle, or in the sources. */
function migrationsFolder(): string {
  const candidates = ['./migrations/', '../../../migrations/'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const folder = candidates.find((path) => existsSync(path));
  if (!folder) throw new Error(`No migrations at ${candidates.join(' or ')}`);
  return folder;
}

/** The migrations that this program brings, in their order. */
export async function ownMigrations(): Promise<Migration[]> {
  const folder = migrationsFolder();
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (name) => {
      const sql = await readFile(`${folder}/${name}`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function applyPending(client: Client, last?: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM platform.migrations',
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const ran: string[] = [];
  for (const { name, sql, checksum } of await ownMigrations()) {
    const before = applied.get(name);
    if (before !== undefined && before !== checksum) throw new Error(`The migration ${name} has changed since it ran.`);
    if (before !== undefined) continue;
    if (last !== undefined && name > last) break;
    await apply(client, name, checksum, sql);
    ran.push(name);
  }
  return ran;
}

async function apply(client: Client, name: string, checksum: string, sql: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO platform.migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`The migration ${name} failed.`, { cause: error });
  }
}

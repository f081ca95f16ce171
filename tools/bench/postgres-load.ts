import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { programPath } from '@canar/test-programs';
import type { Client } from 'pg';

const ticksPerSecond = 100;

interface Size {
  readonly accounts: number;
  readonly profiles: number;
}

/** Creates the bare function, and accounts with drafts of the same document for each size of load. */
export async function prepareBareSaves(database: Client, sizes: readonly Size[], draft: object): Promise<void> {
  await database.query(await readFile(join(__dirname, 'limits/save.sql'), 'utf8'));
  for (const { accounts, profiles } of sizes) {
    await database.query(
      'INSERT INTO bench.accounts SELECT id, 1000000000 FROM generate_series(1, $1) id ON CONFLICT DO NOTHING',
      [accounts],
    );
    await database.query(
      `INSERT INTO bench.drafts SELECT a, p, $3::jsonb FROM generate_series(1, $1) a, generate_series(1, $2) p
        ON CONFLICT DO NOTHING`,
      [accounts, profiles, JSON.stringify(draft)],
    );
  }
  await database.query('ANALYZE bench.accounts, bench.drafts');
}

/**
 * Calls the bare function with pgbench for some seconds.
 * @returns transactions a second
 * @throws {Error} without pgbench, or when a transaction failed
 */
export async function bareSaves(
  adminUrl: string,
  size: Size,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'canar-pgbench-'));
  try {
    const script = join(folder, 'save.pgbench');
    const lines = [`\\set a random(1, ${size.accounts})`, `\\set p random(1, ${size.profiles})`];
    await writeFile(script, `${lines.join('\n')}\nSELECT bench.save(:a, :p);\n`);
    const args = ['-n', '-f', script, '-c', String(connections), '-j', '2', '-T', String(seconds), adminUrl];
    const { stdout } = await promisify(execFile)(pgbench(), args);
    const rate = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
    if (rate === undefined || !/number of failed transactions: 0 /.test(stdout)) throw new Error(stdout);
    return Number(rate);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function pgbench(): string {
  const pgCtl = programPath('pg_ctl', process.env);
  if (pgCtl === null) throw new Error('pgbench is needed; it comes with PostgreSQL.');
  return join(dirname(pgCtl), 'pgbench');
}

/** The process of a server that starts all others. */
export async function postmasterOf(database: Client): Promise<number> {
  const { rows } = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return Number(statOf(rows[0]?.pid ?? 0)[1]);
}

/** The processor seconds that a PostgreSQL server has used: its process, those it has started, and those that have ended. */
export function serverSeconds(postmaster: number): number {
  const own = statOf(postmaster);
  const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(own[field]), 0);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => statOf(Number(pid)))
    .filter((stat) => Number(stat[1]) === postmaster)
    .reduce((sum, stat) => sum + Number(stat[11]) + Number(stat[12]), 0);
  return (ticks + children) / ticksPerSecond;
}

/** The fields of /proc/PID/stat from the state on; none when the process has ended. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}

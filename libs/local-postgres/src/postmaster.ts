import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import pg from 'pg';

import type { Binaries } from './binaries';
import { ADMIN_ROLE, brokenFolder, type ClusterFolder } from './cluster';
import { LocalPostgresError } from './local-postgres.errors';
import { runProgram, type OperatingUser } from './program';

/** The only address the server listens on. */
export const HOST = '127.0.0.1';

/** How long a starting server may recover from a crash, in seconds. */
const START_SECONDS = 120;

/** A server process as described by its `postmaster.pid`. */
interface Postmaster {
  pid: number;
  port: number;
}

/** The address of a server for its superuser. */
export function adminUrl(password: string, port: number): string {
  return `postgres://${ADMIN_ROLE}:${password}@${HOST}:${port}/postgres`;
}

/**
 * The port of the server that already runs on this cluster (its parent was killed, or it belongs to another
 * process), waiting for it while it starts or stops; null when none does. Removes the pid file of a dead server.
 */
export async function runningServer(folder: ClusterFolder, password: string): Promise<number | null> {
  const deadline = Date.now() + START_SECONDS * 1000;
  // A server that is just starting has created its pid file but not written it yet.
  const written = Date.now() + 1000;
  for (;;) {
    const postmaster = await readPidFile(folder);
    if (!postmaster) return null;
    if (postmaster.pid === 0 && Date.now() < written) {
      await pause(100);
      continue;
    }
    if (!(await isPostgres(postmaster.pid))) {
      await rm(join(folder.cluster, 'postmaster.pid'), { force: true });
      return null;
    }
    if (postmaster.port > 0 && (await serves(folder, adminUrl(password, postmaster.port)))) return postmaster.port;
    if (Date.now() > deadline) {
      throw new LocalPostgresError(
        'start-failed',
        `The PostgreSQL with process id ${postmaster.pid} holds ${folder.cluster} but does not answer: stop it first.`,
      );
    }
    await pause(100);
  }
}

/** Lines of postmaster.pid: pid, data directory, start time, port, ... (PostgreSQL's src/include/utils/pidfile.h). */
async function readPidFile(folder: ClusterFolder): Promise<Postmaster | null> {
  const text = await readFile(join(folder.cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  return { pid: Math.abs(Number.parseInt(lines[0] ?? '', 10)) || 0, port: Number.parseInt(lines[3] ?? '', 10) || 0 };
}

/** Whether the process runs and is a PostgreSQL: after a reboot the id may belong to another program. */
async function isPostgres(pid: number): Promise<boolean> {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  if (process.platform === 'win32') return true;
  const name = process.platform === 'linux' ? await linuxProgramName(pid) : await programName(pid);
  return name === 'postgres';
}

/** From /proc/PID/stat, "PID (name) state ..."; null for a zombie process. */
async function linuxProgramName(pid: number): Promise<string | null> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, name, state] = /\((.*)\) (\w)/.exec(status) ?? [];
  return name !== undefined && state !== 'Z' ? name : null;
}

async function programName(pid: number): Promise<string | null> {
  const listed = await promisify(execFile)('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => null);
  return listed && basename(listed.stdout.trim());
}

async function serves(folder: ClusterFolder, url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return resolve(rows[0]?.data_directory ?? '') === resolve(folder.cluster);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw brokenFolder(folder.base, `the running server refuses the password in ${folder.password}`);
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Starts the server in its own session (Ctrl+C in the terminal does not reach it) and waits until it accepts
 * connections.
 * @returns the port it actually listens on: another process may have written other settings
 * @throws LocalPostgresError `port-taken`, `folder-busy`, `folder-broken`, `start-failed`
 */
export async function startServer(
  folder: ClusterFolder,
  { pgCtl }: Binaries,
  user: OperatingUser | null,
  port: number,
): Promise<number> {
  await rm(folder.log, { force: true });
  const { code, output } = await runProgram(
    pgCtl,
    ['start', '-D', folder.cluster, '-l', folder.log, '-w', '-t', String(START_SECONDS), '-s'],
    { user, cwd: folder.base },
  );
  if (code === 0) return (await readPidFile(folder))?.port || port;
  const log = await readFile(folder.log, 'utf8').catch(() => '');
  if (/Address already in use|could not bind IPv4/.test(log)) throw portTaken(port);
  if (/lock file ".*" (already exists|is empty)|shared memory block .* is still in use/.test(log)) {
    throw new LocalPostgresError('folder-busy', `Another PostgreSQL is using the database folder ${folder.base}.`);
  }
  const complaint =
    /\b(?:FATAL|PANIC): +(.*)/.exec(log) ?? /(could not open file .*)/.exec(log) ?? /^postgres: (.*)/.exec(log);
  const fatal = complaint?.[1];
  if (fatal) throw brokenFolder(folder.base, inOneLine(fatal));
  throw new LocalPostgresError('start-failed', `PostgreSQL did not start: ${inOneLine(output || log)}`);
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Stops the server: running transactions are rolled back, everything committed is on disk afterwards. */
export async function stopServer(
  folder: ClusterFolder,
  { pgCtl }: Binaries,
  user: OperatingUser | null,
  mode: 'fast' | 'immediate' = 'fast',
): Promise<void> {
  const stop = (how: string) =>
    runProgram(pgCtl, ['stop', '-D', folder.cluster, '-m', how, '-w', '-t', '30', '-s'], { user, cwd: folder.base });
  if ((await stop(mode)).code === 0) return;
  if (await readPidFile(folder)) await stop('immediate');
}

/**
 * The port to listen on: the requested one; or for 0 the one of the last start if it is still free, else any free
 * one.
 * @throws LocalPostgresError `port-taken` when the requested port is in use
 */
export async function choosePort(asked: number, folder: ClusterFolder): Promise<number> {
  if (asked !== 0) {
    if ((await freePort(asked)) === null) throw portTaken(asked);
    return asked;
  }
  const lastPort = Number.parseInt(await readFile(folder.port, 'utf8').catch(() => '0'), 10) || 0;
  const port = (await freePort(lastPort)) ?? (await freePort(0));
  if (port === null) throw new LocalPostgresError('port-taken', `No port of ${HOST} is free for PostgreSQL.`);
  await writeFile(folder.port, `${port}\n`);
  return port;
}

function freePort(port: number): Promise<number | null> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(null));
    server.listen({ port, host: HOST, exclusive: true }, () => {
      const address = server.address();
      server.close(() => answer(address !== null && typeof address === 'object' ? address.port : null));
    });
  });
}

function portTaken(port: number): LocalPostgresError {
  return new LocalPostgresError('port-taken', `Port ${port} of ${HOST} is already in use, PostgreSQL cannot take it.`);
}

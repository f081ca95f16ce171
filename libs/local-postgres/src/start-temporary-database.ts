import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installedBinaries, platformPackage, usableBinaries, type Binaries } from './binaries';
import { clusterFolder, prepareFolder, type ClusterFolder } from './cluster';
import { canEnter, operatingUser } from './operating-user';
import { SERVER_ENVIRONMENT, type OperatingUser } from './program';
import { DEFAULT_SHELTER, openDatabase, type LocalDatabase } from './start-database';

/**
 * Starts a temporary PostgreSQL for tests, in the folder for temporary files and without flushes to disk. `stop()`
 * deletes it; so does its guard when this process ends in any way, including SIGKILL.
 * @param options.programs the folder of another PostgreSQL's initdb and pg_ctl, to run that one
 * @throws LocalPostgresError with one clear sentence
 */
export async function startTemporaryDatabase(
  options: { log?: (line: string) => void; shelter?: string; programs?: string } = {},
): Promise<LocalDatabase> {
  const log = options.log ?? (() => undefined);
  const user = await operatingUser('');
  const binaries =
    options.programs === undefined
      ? await usableBinaries(await platformPackage(), user, options.shelter ?? DEFAULT_SHELTER, log)
      : await installedBinaries(options.programs, user);
  const folder = clusterFolder(await temporaryFolder(user));
  const guard = startGuard(folder, binaries, user);
  try {
    await prepareFolder(folder, user);
    return { ...(await openDatabase(folder, binaries, user, { durable: false })), stop: guard.release };
  } catch (error) {
    await guard.release();
    throw error;
  }
}

async function temporaryFolder(user: OperatingUser | null): Promise<string> {
  const parent = (await canEnter(tmpdir(), user)) ? tmpdir() : '/tmp';
  return mkdtemp(join(await realpath(parent), 'canar-postgres-'));
}

/**
 * A process in its own session that reads a pipe from this process. The system closes the pipe when this process ends
 * in any way; the guard then stops the server and deletes the folder. It sleeps until then.
 */
function startGuard(
  folder: ClusterFolder,
  { pgCtl }: Binaries,
  user: OperatingUser | null,
): { release: () => Promise<void> } {
  const guard = spawn(
    process.execPath,
    ['-e', GUARD_PROGRAM, pgCtl, folder.cluster, folder.base, JSON.stringify(user)],
    {
      cwd: tmpdir(),
      env: SERVER_ENVIRONMENT,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      windowsHide: true,
    },
  );
  const ended = once(guard, 'exit');
  guard.stdin.on('error', () => undefined);
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return {
    release: async () => {
      guard.ref();
      guard.stdin.end();
      await ended;
      await rm(folder.base, { recursive: true, force: true });
    },
  };
}

/** Plain JavaScript for `node -e`, so that it runs wherever this library was bundled to. */
const GUARD_PROGRAM = `
const { spawnSync } = require('node:child_process');
const { rmSync } = require('node:fs');
const [, pgCtl, cluster, base, user] = process.argv;
process.stdin.resume().on('close', () => {
  const options = { cwd: '/', stdio: 'ignore', ...JSON.parse(user) };
  spawnSync(pgCtl, ['stop', '-D', cluster, '-m', 'immediate', '-w', '-t', '30', '-s'], options);
  rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});
`;

import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { API_DIST } from './api-programs';
import { API_BUILD } from './builds';
import { openDatabase, type DatabaseAddresses } from '../data/database';
import { buildWhenStale } from './prepare-run';
import { createDataDir, type DataDir } from '../data/data-dir';
import { LaunchError } from '../terminal/launch.errors';
import type { Launch } from '../terminal/launch';
import { currentRun } from '../data/run-record';
import { loadSecrets } from '../data/secrets';

/** The arguments of the command line. */
export const commandLine = process.argv.slice(3);

/**
 * Runs one of the API's programs on this installation: the database of the DATABASE_* variables, or otherwise the
 * embedded one, which is started when it is not running.
 * @throws LaunchError when the program fails; it has printed
 * the reason
 */
export async function runOnInstallation(launch: Launch, program: string, args: readonly string[]): Promise<void> {
  const { env, progress, lifetime } = launch;
  await buildWhenStale(launch, 'API', API_BUILD);
  const dataDir = await createDataDir(env);
  const database = await openDatabase(env, dataDir, await loadSecrets(dataDir.secrets), (line) => progress.line(line));
  if (database.closer && !database.takenOver) await lifetime.register(database.closer);
  progress.line(`  Database: ${database.description}\n`);
  const code = await run(program, args, environmentOf(env, database.addresses, dataDir));
  if (code !== 0) throw new LaunchError(`${program} did not succeed.`);
}

/** @throws LaunchError when the product runs on this machine's own data */
export async function requireStopped({ env }: Launch): Promise<void> {
  if (env['DATABASE_URL']) return;
  const running = await currentRun(await createDataDir(env));
  if (running) throw new LaunchError(`Canar runs on this machine (process ${running.launcher}): stop it first.`);
}

/** The default folder of backups. */
export async function backupsFolder({ env }: Launch): Promise<string> {
  return join((await createDataDir(env)).root, 'backups');
}

function environmentOf(env: NodeJS.ProcessEnv, addresses: DatabaseAddresses, dataDir: DataDir): NodeJS.ProcessEnv {
  return { STORAGE: 'disk', STORAGE_DIR: dataDir.files, ...env, ...addresses };
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  return new Promise((answer, fail) => {
    const child = spawn(process.execPath, [join(API_DIST, `${program}.mjs`), ...args], { env, stdio: 'inherit' });
    child.on('error', fail);
    child.on('close', answer);
  });
}

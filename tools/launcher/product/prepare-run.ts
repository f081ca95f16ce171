import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { prepareDatabase } from './api-programs';
import { API_BUILD, isStale, runBuild, stampOf, type Build } from './builds';
import { openDatabase, type RunDatabase } from '../data/database';
import { createDataDir, type DataDir } from '../data/data-dir';
import type { Launch } from '../terminal/launch';
import { choosePort } from './port';
import { claimDataDir, releaseDataDir } from '../data/run-record';
import { loadSecrets, type Secrets } from '../data/secrets';

/** The prerequisites of the API, in the order in which they are prepared. */
export interface PreparedRun {
  dataDir: DataDir;
  secrets: Secrets;
  host: string;
  port: number;
}

/** Locks the folder and reserves the port of this run. */
export function prepareRun({ env, progress, lifetime }: Launch): Promise<PreparedRun> {
  return progress.step('Place', async ({ result }) => {
    const dataDir = await createDataDir(env);
    await claimDataDir(dataDir);
    const release = () => releaseDataDir(dataDir);
    await lifetime.register({ close: release, force: release });
    const host = env['HOST'] || '127.0.0.1';
    const port = await choosePort(env, host);
    result(`Node.js ${process.versions.node}, port ${port}, data in ${dataDir.root}`);
    return { dataDir, secrets: await loadSecrets(dataDir.secrets), host, port };
  });
}

/** Opens the database; the embedded one ends with this run. */
export async function openRunDatabase(
  { env, progress, lifetime }: Launch,
  { dataDir, secrets }: PreparedRun,
): Promise<RunDatabase> {
  lifetime.check();
  const remarks: string[] = [];
  const database = await progress.step('Database', async ({ result }) => {
    const opened = await openDatabase(env, dataDir, secrets, (line) => remarks.push(line));
    if (opened.closer) await lifetime.register(opened.closer);
    result(opened.description);
    return opened;
  });
  for (const remark of remarks) progress.line(`    ${remark}`);
  return database;
}

/** Builds an application when its sources have changed since the last time. */
export async function buildWhenStale({ progress, lifetime }: Launch, title: string, build: Build): Promise<void> {
  lifetime.check();
  await progress.step(title, async ({ working, result }) => {
    if (!(await isStale(build))) return result('up to date');
    await runBuild(build, lifetime.signal, working);
    result('built');
  });
}

/** Creates roles and tables, unless this build has already done so in this database. */
export async function migrateDatabase(
  { env, progress, lifetime }: Launch,
  { addresses, folder }: RunDatabase,
): Promise<void> {
  lifetime.check();
  await progress.step('Roles and tables', async ({ result }) => {
    const marker = folder === null ? null : join(folder, 'prepared-for');
    const build = createHash('sha256')
      .update(JSON.stringify(addresses))
      .update(await stampOf(API_BUILD))
      .digest('hex');
    if (marker && (await readFile(marker, 'utf8').catch(() => '')) === build) return result('up to date');
    result(await prepareDatabase(env, addresses));
    if (marker) await writeFile(marker, build, { mode: 0o600 });
  });
}

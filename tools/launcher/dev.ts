import { access, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { WORKSPACE } from '../scripts/nx-command';
import { API_MAIN } from './product/api-programs';
import { ApiProcess } from './product/api-process';
import { startChildProcess } from './product/child-process';
import type { RunDatabase } from './data/database';
import { prepareRun, migrateDatabase, openRunDatabase, type PreparedRun } from './product/prepare-run';
import { LaunchError } from './terminal/launch.errors';
import { launch, type Launch } from './terminal/launch';
import { tryPort } from './product/port';
import { recordApi } from './data/run-record';
import { seedFirstTime } from './product/sample-account';
import { apiEnvironment } from './product/settings';
import { WatchedApi } from './product/watched-api';

const LOOPBACK = '127.0.0.1';

/** `npm run dev`: the product on one port, rebuilt and reloaded when a source changes. */
void launch('Canar, for developing', async (run) => {
  const prepared = await prepareRun(run);
  const apiPort = await tryPort(0, LOOPBACK);
  const url = `http://localhost:${prepared.port}`;
  await watchSources(run);
  const database = await openRunDatabase(run, prepared);
  await migrateDatabase(run, database);
  await serveApi(run, prepared, database, { url, port: apiPort });
  await serveSite(run, prepared, `http://${LOOPBACK}:${apiPort}`);
  const signIn = await seedFirstTime(run.progress, url, prepared.secrets, database.folder);
  run.progress.line(`\n  Canar runs at  ${url}  (reloads on change)\n`);
  for (const line of signIn) run.progress.line(`  ${line}`);
  run.progress.line('\n  A new migration needs a new start. Ctrl+C stops it; your data stays.\n');
  await new Promise((ended) => run.lifetime.signal.addEventListener('abort', ended));
});

function watchSources({ env, progress, lifetime }: Launch): Promise<void> {
  return progress.step('API, watched', async () => {
    await rm(API_MAIN, { force: true });
    const watcher = startChildProcess([join(WORKSPACE, 'apps/api/build.mjs'), '--watch'], env, (line) =>
      progress.line(line),
    );
    await lifetime.register(watcher);
    let ended = false;
    void watcher.ended.then(() => (ended = true));
    while (!(await exists(API_MAIN))) {
      lifetime.check();
      if (ended) throw new LaunchError('The API cannot be built: see above.');
      await pause(50);
    }
  });
}

function serveApi(
  { env, progress, lifetime }: Launch,
  { dataDir, secrets }: PreparedRun,
  { addresses }: RunDatabase,
  { url, port }: { url: string; port: number },
): Promise<void> {
  lifetime.check();
  return progress.step('Start', async () => {
    const settings = apiEnvironment(env, addresses, dataDir, secrets, { host: LOOPBACK, port, url });
    const start = () => {
      const api = ApiProcess.start(settings, dataDir.apiLog);
      void recordApi(dataDir, api.pid, url);
      return api;
    };
    const api = new WatchedApi(start, `http://${LOOPBACK}:${port}`, progress);
    await lifetime.register(api);
    await api.ready();
  });
}

/** Next's development server on the port that people open; it passes `/api/` and `/p/` on to the API (next.config.ts). */
function serveSite({ env, progress, lifetime }: Launch, { host, port }: PreparedRun, apiOrigin: string): Promise<void> {
  lifetime.check();
  return progress.step('Site', async () => {
    const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
    const args = [next, 'dev', 'apps/web', '--port', String(port), '--hostname', host];
    const variables = { ...env, NEXT_TELEMETRY_DISABLED: '1', API_ORIGIN: apiOrigin };
    const site = startChildProcess(args, variables, (line) => {
      if (!/^\s*-? *(Local|Network):|▲|^\s*$/.test(line)) progress.line(`    ${line}`);
    });
    await lifetime.register(site);
    let ended = false;
    void site.ended.then(() => (ended = true));
    while (!(await fetch(`http://localhost:${port}/`).catch(() => null))) {
      lifetime.check();
      if (ended) throw new LaunchError('The development server of the site did not start: see above.');
      await pause(100);
    }
  });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

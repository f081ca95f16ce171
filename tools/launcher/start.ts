import { ApiProcess } from './product/api-process';
import { API_BUILD, WEB_BUILD } from './product/builds';
import type { RunDatabase } from './data/database';
import { buildWhenStale, prepareRun, migrateDatabase, openRunDatabase, type PreparedRun } from './product/prepare-run';
import { LaunchError } from './terminal/launch.errors';
import { launch, type Launch } from './terminal/launch';
import { recordApi } from './data/run-record';
import { seedFirstTime } from './product/sample-account';
import { apiEnvironment, SITE_DIR } from './product/settings';

/** `npm start`: the whole product on this machine, on one port. */
void launch('Canar', async (run) => {
  const prepared = await prepareRun(run);
  await buildWhenStale(run, 'API', API_BUILD);
  await buildWhenStale(run, 'Site', WEB_BUILD);
  const database = await openRunDatabase(run, prepared);
  await migrateDatabase(run, database);
  const url = `http://localhost:${prepared.port}`;
  const api = await startApi(run, prepared, database, url);
  const signIn = await seedFirstTime(run.progress, url, prepared.secrets, database.folder);
  welcome(run, url, signIn);
  await api.ended;
  if (run.lifetime.signal.aborted) return;
  throw new LaunchError(`The API has stopped (its log: ${prepared.dataDir.apiLog}). It said last:`, api.lastLines());
});

function startApi(
  { env, progress, lifetime }: Launch,
  { dataDir, secrets, host, port }: PreparedRun,
  { addresses }: RunDatabase,
  url: string,
): Promise<ApiProcess> {
  lifetime.check();
  return progress.step('Start', async () => {
    const settings = apiEnvironment(env, addresses, dataDir, secrets, { host, port, url });
    const api = ApiProcess.start({ SITE_DIR, ...settings }, dataDir.apiLog);
    await lifetime.register({ close: () => api.stop(), force: () => api.kill() });
    await recordApi(dataDir, api.pid, url);
    await api.ready(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`, lifetime.signal);
    lifetime.check();
    return api;
  });
}

function welcome({ progress }: Launch, url: string, signIn: string[]): void {
  progress.line(`\n  Canar runs at  ${url}\n`);
  for (const line of signIn) progress.line(`  ${line}`);
  progress.line('\n  Ctrl+C stops it; your data stays.\n');
}

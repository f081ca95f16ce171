import { ApiProcess } from './api-process';
import { API_BUILD, WEB_BUILD } from './builds';
import type { RunDatabase } from './database';
import { buildWhenStale, layFoundation, migrateDatabase, openRunDatabase, type Foundation } from './foundation';
import { LaunchError } from './launch.errors';
import { launch, type Launch } from './launching';
import { recordApi } from './run-record';
import { seedFirstTime } from './sample-account';
import { apiEnvironment, SITE_DIR } from './settings';

/** `npm start`: the whole product on this machine, on one port. */
void launch('Canar', async (run) => {
  const foundation = await layFoundation(run);
  await buildWhenStale(run, 'API', API_BUILD);
  await buildWhenStale(run, 'Site', WEB_BUILD);
  const database = await openRunDatabase(run, foundation);
  await migrateDatabase(run, database);
  const url = `http://localhost:${foundation.port}`;
  const api = await startApi(run, foundation, database, url);
  const signIn = await seedFirstTime(run.progress, url, foundation.secrets, database.folder);
  welcome(run, url, signIn);
  await api.ended;
  if (run.lifetime.signal.aborted) return;
  throw new LaunchError(`The API has stopped (its log: ${foundation.home.apiLog}). It said last:`, api.lastLines());
});

function startApi(
  { env, progress, lifetime }: Launch,
  { home, secrets, host, port }: Foundation,
  { addresses }: RunDatabase,
  url: string,
): Promise<ApiProcess> {
  lifetime.check();
  return progress.step('Start', async () => {
    const settings = apiEnvironment(env, addresses, home, secrets, { host, port, url });
    const api = ApiProcess.start({ SITE_DIR, ...settings }, home.apiLog);
    await lifetime.own({ close: () => api.stop(), force: () => api.kill() });
    await recordApi(home, api.pid, url);
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

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseUrl, startTemporaryDatabase } from '@canar/local-postgres';
import { findProgram } from '@canar/test-programs';
import { ImageStore, type Running } from './image-store';

const PATIENCE = 60_000;
const API = 'localhost/cpm-backend:latest';
const SITE = 'localhost/cpm-frontend:latest';

/** Builds both images on a Debian machine without Docker, runs them against a throw-away database, and looks at what they answer. */
async function rehearse(folder: string): Promise<void> {
  const redisServer = findProgram('redis-server', process.env);
  if (redisServer === null) throw new Error('Missing: redis-server. Debian: apt-get install redis-server');
  const base = execFileSync('tools/images/stand-in.sh', [folder], { encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
  const store = new ImageStore(folder);
  store.build('Dockerfile', API, { NODE_IMAGE: base });
  store.build('Dockerfile.client', SITE, { NODE_IMAGE: base, NGINX_IMAGE: base });

  const database = await startTemporaryDatabase();
  let redis: ChildProcess | undefined;
  try {
    const [apiPort, sitePort, redisPort] = [await freePort(), await freePort(), await freePort()];
    const environment = environmentFor(database.adminUrl, apiPort, sitePort, redisPort);
    const options = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()];
    redis = spawn(redisServer, options, { stdio: 'ignore' });
    store.runOnce(API, ['node', 'prepare-database.mjs'], environment);
    store.runOnce(API, ['node', 'migrate.mjs'], environment);
    await withProgram(store.start(API, environment), 'SIGTERM', async () => {
      const site = store.start(SITE, { PORT: String(sitePort), API_ADDRESS: `127.0.0.1:${apiPort}` });
      await withProgram(site, 'SIGQUIT', () => lookAround(`http://127.0.0.1:${sitePort}`));
    });
  } finally {
    redis?.kill();
    await database.stop();
  }
  console.log('Both images build, pass their health checks, run without root and stop when they are asked to.');
}

function environmentFor(
  adminUrl: string,
  apiPort: number,
  sitePort: number,
  redisPort: number,
): Record<string, string> {
  const login = (name: string) => ({ name, password: randomBytes(16).toString('hex') });
  return {
    PORT: String(apiPort),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${sitePort}`,
    TRUST_PROXY: '1',
    DATABASE_ADMIN_URL: adminUrl,
    DATABASE_MIGRATION_URL: databaseUrl(adminUrl, 'canar_db', login('canar_owner')),
    DATABASE_URL: databaseUrl(adminUrl, 'canar_db', login('canar_app')),
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    JWT_SECRET: randomBytes(32).toString('hex'),
    SANDBOX_SECRET: randomBytes(32).toString('hex'),
    CANAR_DEMO: 'true',
  };
}

/** Waits until a program is healthy, does the work, and asks the program to stop. */
async function withProgram(program: Running, signal: NodeJS.Signals, work: () => Promise<void>): Promise<void> {
  try {
    expect(program.user !== 'root' && program.user !== '0', `the image runs as ${program.user}`);
    const deadline = Date.now() + PATIENCE;
    while (!program.isHealthy()) {
      expect(Date.now() < deadline, 'the health check does not pass');
      await pause(500);
    }
    await work();
  } finally {
    await program.stop(signal, PATIENCE);
  }
}

async function lookAround(address: string): Promise<void> {
  const home = await fetch(address);
  expect(home.status === 200 && (await home.text()).includes('<html'), 'the site has no home page');
  expect(home.headers.get('x-content-type-options') === 'nosniff', 'the site sends no security headers');
  expect((await fetch(`${address}/no/such/page`)).status === 404, 'an unknown page is not a 404');
  const health = await fetch(`${address}/api/auth/health`);
  const body = (await health.json()) as { success: boolean };
  expect(health.status === 200 && body.success, 'the API does not answer through the site');
  expect(health.headers.get('content-encoding') === null, 'JSON of the API is compressed');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(`Rehearsal: ${otherwise}.`);
}

rehearse(process.argv[2] ?? '.canar/images').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

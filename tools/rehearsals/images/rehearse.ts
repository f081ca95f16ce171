import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseUrl, startTemporaryDatabase } from '@canar/local-postgres';
import { findProgram, freePort } from '@canar/test-programs';
import { expect } from './expectation';
import { checkHandover } from './handover';
import { ImageStore, type Running } from './image-store';
import { checkSite } from './site-answers';

const TIMEOUT_MS = 60_000;
const API = 'localhost/cpm-backend:latest';
const SITE = 'localhost/cpm-frontend:latest';

/** Builds both images on a Debian machine without Docker, runs them confined against a temporary database, and checks their responses. */
async function rehearse(folder: string): Promise<void> {
  const redisServer = findProgram('redis-server', process.env);
  if (redisServer === null) throw new Error('Missing: redis-server. Debian: apt-get install redis-server');
  const base =
    execFileSync('tools/rehearsals/images/base-images.sh', [folder], { encoding: 'utf8' }).trim().split('\n').at(-1) ??
    '';
  const store = new ImageStore(folder);
  store.build('Dockerfile', API, { NODE_IMAGE: base });
  store.build('Dockerfile.client', SITE, { NODE_IMAGE: base, NGINX_IMAGE: base });

  const database = await startTemporaryDatabase();
  let redis: ChildProcess | undefined;
  try {
    const redisPort = await freePort();
    const options = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()];
    redis = spawn(redisServer, options, { stdio: 'ignore' });
    await runBoth(store, database.adminUrl, redisPort);
  } finally {
    redis?.kill();
    await database.stop();
  }
  for (const image of [base, API, SITE]) console.log(`${image.padEnd(32)} ${store.sizeOf(image)}`);
  console.log('Both images build, run confined, pass their checks and stop when they are asked to.');
}

async function runBoth(store: ImageStore, adminUrl: string, redisPort: number): Promise<void> {
  const [first, second, sitePort] = [await freePort(), await freePort(), await freePort()];
  const environment = environmentFor(adminUrl, sitePort, redisPort);
  const at = (port: number) => ({ ...environment, PORT: String(port) });
  store.runOnce(API, ['node', 'prepare-database.mjs'], environment);
  store.runOnce(API, ['node', 'migrate.mjs'], environment);
  const site = { PORT: String(sitePort), API_ADDRESS: `127.0.0.1:${second}` };
  store.runOnce(SITE, ['sh', '/srv/nginx/start.sh', '-t'], site);

  await withProgram(store.start(API, at(second)), 'SIGTERM', async () => {
    await withProgram(store.start(API, at(first)), 'SIGTERM', (api) => checkHandover(api, { first, second }));
    await withProgram(store.start(SITE, site), 'SIGQUIT', async () => {
      await checkSite(`http://127.0.0.1:${sitePort}`);
      const verify = ['run', '--silent', 'verify', '--', `http://127.0.0.1:${sitePort}`, '--within', '1000'];
      execFileSync('npm', verify, { stdio: 'inherit' });
    });
  });
}

function environmentFor(adminUrl: string, sitePort: number, redisPort: number): Record<string, string> {
  const login = (name: string) => ({ name, password: randomBytes(16).toString('hex') });
  return {
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
    LOG_LEVEL: 'warn',
    DRAIN_SECONDS: '2',
  };
}

/** Waits until a program is healthy, checks that it is confined, does the work, and stops the program. */
async function withProgram(
  program: Running,
  signal: NodeJS.Signals,
  work: (program: Running) => Promise<void>,
): Promise<void> {
  try {
    const deadline = Date.now() + TIMEOUT_MS;
    while (!program.isHealthy()) {
      expect(Date.now() < deadline, 'the health check does not pass');
      await pause(500);
    }
    checkConfined(program);
    await work(program);
  } finally {
    await program.stop(signal, TIMEOUT_MS);
  }
}

/** Not root, no capability, no way to get one, and only /tmp and /data writable. */
function checkConfined(program: Running): void {
  expect(!program.status('Uid').split(/\s+/).includes('0'), `a program runs as root (${program.status('Uid')})`);
  for (const kind of ['CapEff', 'CapPrm', 'CapBnd']) {
    expect(/^0+$/.test(program.status(kind)), `a program has capabilities: ${kind} ${program.status(kind)}`);
  }
  expect(program.status('NoNewPrivs') === '1', 'a program can get new privileges');
  expect(program.try(['touch', '/tmp/file']) === 0, '/tmp cannot be written');
  for (const place of ['/', '/app', '/srv', '/etc', '/var/tmp', '/home']) {
    expect(program.try(['touch', `${place}/file`]) !== 0, `${place} can be written`);
  }
}

rehearse(process.argv[2] ?? '.canar/images').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

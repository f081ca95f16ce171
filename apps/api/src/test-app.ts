import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type ApiEnv, parseApiEnv } from '@canar/api-env';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { AppModule } from './app.module';
import { Passwords } from './auth';
import { adapterFor, configureApp } from './create-app';
import { Clock } from './platform/clock/clock';
import { HeavyWork } from './platform/heavy-work/heavy-work';
import type { ServerLimits } from './platform/http/server-limits';
import { RateLimits } from './platform/rate-limits/rate-limits';
import { MovableClock } from './platform/testing/movable-clock';
import { createTestDatabase, type TestDatabase } from './platform/testing/test-database';

/** The whole API over a database of its own, with a clock that the test moves. Everything else in it is real. */
export interface TestApp {
  app: NestFastifyApplication;
  clock: MovableClock;
  env: ApiEnv;
  database: TestDatabase;
  /** Asks the database as a superuser, past row-level security. */
  sql<Row = Record<string, unknown>>(text: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** The limits of a minute count for an hour, so that a slow machine reaches them. */
class HourlyRateLimits extends RateLimits {
  protected override readonly windowSeconds = 3_600;
}

/** On a busy machine the children, which run at the lowest priority, wait for minutes; limits of processor time stay. */
class PatientHeavyWork extends HeavyWork {
  override get clockLimits() {
    return { startMs: 240_000, wallMs: 240_000 };
  }
}

/** argon2id in a tenth of a millisecond: hundreds of specs register people. */
class QuickPasswords extends Passwords {
  protected override get parameters() {
    return { memoryCost: 8, timeCost: 1, parallelism: 1 };
  }
}

/** Starts the API for a spec. @param variables what differs from the usual test environment @param limits of its server */
export async function startTestApp(variables: Record<string, string> = {}, limits?: ServerLimits): Promise<TestApp> {
  const database = await createTestDatabase();
  const files = await mkdtemp(join(tmpdir(), 'canar-files-'));
  const env = testEnv({ DATABASE_URL: database.appUrl, STORAGE_DIR: files, ...variables });
  const clock = new MovableClock();
  const app = await build(env, clock, limits);
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  return {
    app,
    clock,
    env,
    database,
    sql: async <Row>(text: string, parameters?: unknown[]) => (await admin.query(text, parameters)).rows as Row[],
    close: async () => {
      await app.close();
      await admin.end();
      await database.drop();
      await rm(files, { recursive: true, force: true });
    },
  };
}

/** Starts another process of a spec's API, as far as its parts go: the same database, files and clock, memory of its own. */
export function startPeer({ env, clock }: Pick<TestApp, 'env' | 'clock'>): Promise<NestFastifyApplication> {
  return build(env, clock);
}

async function build(env: ApiEnv, clock: MovableClock, limits?: ServerLimits): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({ imports: [AppModule.with(env)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(RateLimits)
    .useClass(HourlyRateLimits)
    .overrideProvider(HeavyWork)
    .useClass(PatientHeavyWork)
    .overrideProvider(Passwords)
    .useClass(QuickPasswords)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(adapterFor(env, limits), { rawBody: true });
  await configureApp(app, limits);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** The environment of a spec's API. */
export function testEnv(variables: Record<string, string>): ApiEnv {
  return parseApiEnv({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    PUBLIC_URL: 'http://localhost',
    JWT_SECRET: 'a secret of the tests, long enough to be one',
    SANDBOX_SECRET: 'a secret of the sandbox in the tests, long enough',
    RATE_LIMITS: 'relaxed',
    ...variables,
  });
}

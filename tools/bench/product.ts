import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Actor } from '@canar/actor';
import { databaseUrl, startTemporaryDatabase } from '@canar/local-postgres';
import { freePort } from '@canar/test-programs';

/** The workspace's root, the working directory of programs. */
export const workspace = resolve(__dirname, '../..');

const database = 'canar_db';

/** The built product for a measurement: its own database and files, and one API process with production's settings. */
export class MeasuredProduct {
  private constructor(
    readonly origin: string,
    /** the product's database as its superuser */
    readonly adminDatabaseUrl: string,
    private readonly child: ChildProcess,
    private readonly clean: () => Promise<void>,
    private readonly isOtherCheckout: boolean,
  ) {}

  /**
   * Starts it.
   * @param variables what differs from the usual environment
   * @param checkout the folder of another checkout with a build of the API; this one by default
   * @throws {Error} when it does not become ready
   */
  static async start(variables: Record<string, string> = {}, checkout = ''): Promise<MeasuredProduct> {
    const programs = join(checkout || workspace, 'dist/apps/api');
    const server = await startTemporaryDatabase();
    const files = await mkdtemp(join(tmpdir(), 'canar-bench-'));
    const clean = async () => {
      await server.stop();
      await rm(files, { recursive: true, force: true });
    };
    try {
      const urls = addresses(server.adminUrl);
      for (const program of ['prepare-database', 'migrate']) await runToEnd(join(programs, `${program}.mjs`), urls);
      const port = String(await freePort());
      const child = start(join(programs, 'main.mjs'), {
        ...settings(port, files),
        DATABASE_URL: urls.DATABASE_URL,
        ...variables,
      });
      const product = new MeasuredProduct(
        `http://127.0.0.1:${port}`,
        databaseUrl(server.adminUrl, database),
        child,
        clean,
        checkout !== '',
      );
      await product.ready();
      return product;
    } catch (error) {
      await clean();
      throw error;
    }
  }

  /** Registers an account and subscribes it to Basic; without consents at another checkout, whose API may not know them. */
  subscriber(): Promise<Actor> {
    return Actor.subscriber(this.origin, this.isOtherCheckout ? { consents: undefined } : {});
  }

  /** The process that serves the requests. */
  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Stops it and deletes its data. */
  async close(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    await this.clean();
  }

  private async ready(): Promise<void> {
    for (const deadline = performance.now() + 180_000; performance.now() < deadline; await pause(50)) {
      if (this.child.exitCode !== null) throw new Error('The API ended before it was ready.');
      const answer = await fetch(`${this.origin}/api/health/ready`).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.status === 200) return;
    }
    throw new Error('The API was not ready within three minutes.');
  }
}

function addresses(adminUrl: string) {
  const login = (name: string) => databaseUrl(adminUrl, database, { name, password: name });
  return {
    DATABASE_ADMIN_URL: adminUrl,
    DATABASE_URL: login('canar_app'),
    DATABASE_MIGRATION_URL: login('canar_owner'),
  };
}

/**
 * The settings of a deployment, as far as possible on one machine: `NODE_ENV=development` only because production requires Redis
 * and TLS.
 */
function settings(port: string, files: string): Record<string, string> {
  const secret = () => randomBytes(32).toString('hex');
  return {
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
    METRICS: 'emf',
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    STORAGE_DIR: files,
    JWT_SECRET: secret(),
    SANDBOX_SECRET: secret(),
  };
}

function environment(variables: Record<string, string>): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables };
}

/** Starts the API; its log is discarded, like one whose reader never blocks. It ends when its channel to this process closes. */
function start(program: string, variables: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--enable-source-maps', program], {
    cwd: workspace,
    env: environment(variables),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function runToEnd(program: string, variables: Record<string, string>): Promise<void> {
  const options = { cwd: workspace, env: environment(variables) };
  await promisify(execFile)(process.execPath, [program], options);
}

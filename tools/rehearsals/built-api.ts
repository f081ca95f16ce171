import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { databaseUrl, startTemporaryDatabase, type LocalDatabase } from '@canar/local-postgres';
import { freePort } from '@canar/test-programs';

/** The built API (`npx nx build api`) in a process of its own, with a temporary database. */
export class BuiltApi {
  private constructor(
    readonly port: number,
    private readonly process: ChildProcess,
    private readonly database: LocalDatabase,
  ) {}

  /** Prepares a database and starts the API, which listens some time later. @param variables of its environment */
  static async start(variables: Record<string, string>): Promise<BuiltApi> {
    const database = await startTemporaryDatabase();
    const port = await freePort();
    const env = {
      PATH: process.env['PATH'],
      ...databaseVariables(database.adminUrl),
      PORT: String(port),
      ...variables,
    };
    for (const program of ['prepare-database', 'migrate']) {
      execFileSync(process.execPath, [`dist/apps/api/${program}.mjs`], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    }
    const stdio: ['ignore', 'ignore', 'inherit'] = ['ignore', 'ignore', 'inherit'];
    return new BuiltApi(port, spawn(process.execPath, ['dist/apps/api/main.mjs'], { env, stdio }), database);
  }

  /** Whether it has ended by itself. */
  get hasEnded(): boolean {
    return this.process.exitCode !== null;
  }

  /** Ends it and deletes its database. */
  async stop(): Promise<void> {
    if (!this.hasEnded) {
      this.process.kill();
      await once(this.process, 'exit');
    }
    await this.database.stop();
  }
}

function databaseVariables(adminUrl: string): Record<string, string> {
  const login = (name: string) => ({ name, password: randomBytes(16).toString('hex') });
  return {
    DATABASE_ADMIN_URL: adminUrl,
    DATABASE_MIGRATION_URL: databaseUrl(adminUrl, 'canar_db', login('canar_owner')),
    DATABASE_URL: databaseUrl(adminUrl, 'canar_db', login('canar_app')),
    JWT_SECRET: randomBytes(32).toString('hex'),
    SANDBOX_SECRET: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'warn',
  };
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { databaseUrl, startTemporaryDatabase } from '@canar/local-postgres';
import pg from 'pg';

import { API_DIST } from '../../launcher/product/api-programs';
import { WORKSPACE } from '../../scripts/nx-command';

/** The output of a program of the API, and its exit code. */
export interface ProgramEnd {
  code: number | null;
  output: string;
}

const DATABASE = 'canar_db';

/** An installation of the product for a drill: its own PostgreSQL server, passwords, a folder of files. */
export class Installation {
  private constructor(
    readonly adminUrl: string,
    readonly files: string,
    private readonly programs: string,
    private readonly environment: Record<string, string>,
    private readonly stopServer: () => Promise<void>,
  ) {}

  /** Starts a server with the programs in the folder of this pg_ctl; it does not have the product's database yet. */
  static async start(pgCtl: string): Promise<Installation> {
    const programs = dirname(pgCtl);
    const server = await startTemporaryDatabase({ programs });
    const files = await mkdtemp(join(tmpdir(), 'canar-drill-files-'));
    await chmod(files, 0o700);
    const login = (name: string) => {
      return databaseUrl(server.adminUrl, DATABASE, { name, password: randomBytes(16).toString('hex') });
    };
    const environment = {
      DATABASE_ADMIN_URL: server.adminUrl,
      DATABASE_MIGRATION_URL: login('canar_owner'),
      DATABASE_URL: login('canar_app'),
      DATABASE_BACKUP_URL: login('canar_backup_login'),
      STORAGE: 'disk',
      STORAGE_DIR: files,
      POSTGRES_BIN_DIR: programs,
    };
    return new Installation(server.adminUrl, files, programs, environment, () => server.stop());
  }

  /** The application's login. */
  get appUrl(): string {
    return this.environment['DATABASE_URL'] ?? '';
  }

  /** Runs one of the API's built programs as an operator would, and collects its output. */
  run(program: string, ...args: string[]): Promise<ProgramEnd> {
    return this.collect(process.execPath, [join(API_DIST, `${program}.mjs`), ...args]);
  }

  /** Runs one of PostgreSQL's programs on a database of this server, as a superuser. */
  async postgres(program: string, ...args: string[]): Promise<string> {
    const url = databaseUrl(this.adminUrl, DATABASE);
    const { code, output } = await this.collect(join(this.programs, program), [...args, `--dbname=${url}`]);
    if (code !== 0) throw new Error(`${program} failed: ${output}`);
    return output;
  }

  /** Connects to the product's database as a superuser, to whom row-level security does not apply. */
  async asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: databaseUrl(this.adminUrl, DATABASE) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** The names of every database of the server that is not PostgreSQL's own. */
  async databases(): Promise<string[]> {
    const client = new pg.Client({ connectionString: this.adminUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ datname: string }>(
        `SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY datname`,
      );
      return rows.map(({ datname }) => datname);
    } finally {
      await client.end();
    }
  }

  /** Stops the server and deletes everything. */
  async stop(): Promise<void> {
    await this.stopServer();
    await rm(this.files, { recursive: true, force: true });
  }

  private collect(program: string, args: string[]): Promise<ProgramEnd> {
    return new Promise((answer, fail) => {
      const env = { PATH: process.env['PATH'], ...this.environment };
      const child = spawn(program, args, { cwd: WORKSPACE, env, stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      const take = (chunk: Buffer) => (output += chunk.toString('utf8'));
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      child.on('error', fail);
      child.on('close', (code) => answer({ code, output: output.trim() }));
    });
  }
}

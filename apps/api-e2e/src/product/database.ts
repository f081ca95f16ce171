import { randomBytes } from 'node:crypto';
import { createDatabase, databaseUrl, dropDatabase } from '@canar/local-postgres';
import { Client } from 'pg';
import { runToEnd } from './built-programs';

const template = 'canar_e2e_template';
const roles = { app: 'canar_app', owner: 'canar_owner' } as const;

/** Queries a database. */
export type Sql = <Row = Record<string, unknown>>(text: string, parameters?: unknown[]) => Promise<Row[]>;

/** A database of one spec's own: real PostgreSQL, created by the product's own programs, empty. */
export class ProductDatabase {
  private constructor(
    private readonly server: string,
    private readonly name: string,
    private readonly admin: Client,
  ) {}

  /** Copies the migrated template. */
  static async create(): Promise<ProductDatabase> {
    const server = process.env['CANAR_E2E_DATABASE'];
    if (!server) throw new Error('There is no test server: run this spec through the project, which starts one.');
    const name = `e2e_${randomBytes(6).toString('hex')}`;
    const admin = new Client({ connectionString: await createDatabase(server, name, { template }) });
    await admin.connect();
    return new ProductDatabase(server, name, admin);
  }

  /** The address for the application's role. */
  get appUrl(): string {
    return roleUrl(this.server, this.name, roles.app);
  }

  /** Queries as a superuser, whom row-level security does not bind. */
  readonly sql: Sql = async <Row>(text: string, parameters?: unknown[]) =>
    (await this.admin.query(text, parameters)).rows as Row[];

  /** Queries one snapshot, whatever is being written. */
  async inOneSnapshot<T>(look: (sql: Sql) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: databaseUrl(this.server, this.name) });
    await client.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return await look(async <Row>(text: string, parameters?: unknown[]) => {
        return (await client.query(text, parameters)).rows as Row[];
      });
    } finally {
      await client.end();
    }
  }

  async drop(): Promise<void> {
    await this.admin.end();
    await dropDatabase(this.server, this.name);
  }
}

/** Has the product's programs make roles, database and tables, as a deployment does. */
export async function prepareTemplate(server: string): Promise<void> {
  const urls = {
    DATABASE_ADMIN_URL: server,
    DATABASE_URL: roleUrl(server, template, roles.app),
    DATABASE_MIGRATION_URL: roleUrl(server, template, roles.owner),
  };
  await runToEnd('prepare-database', urls);
  await runToEnd('migrate', urls);
}

/** The passwords of the test server are the names of the roles. */
function roleUrl(server: string, database: string, role: string): string {
  return databaseUrl(server, database, { name: role, password: role });
}

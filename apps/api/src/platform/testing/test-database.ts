import { randomBytes } from 'node:crypto';
import { createDatabase, databaseUrl, dropDatabase } from '@canar/local-postgres';
import { migrate, type Migrated } from '../database/migrate';
import { prepareRoles } from '../database/prepare-roles';
import { databaseNames, roleUrl } from './database-urls';

/** A database of one spec's own: real PostgreSQL, migrated, empty. */
export interface TestDatabase {
  /** As the application's role. */
  appUrl: string;
  /** As the role that owns the schemas. */
  ownerUrl: string;
  /** As a superuser, whom row-level security does not bind: for looking, and for breaking things. */
  adminUrl: string;
  drop(): Promise<void>;
}

/** Copies the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = newDatabase();
  await createDatabase(serverUrl(), database.name, { template: databaseNames.template });
  return database;
}

/** A database as it was after a migration, such as `0016-sign-in.sql`; `migrate()` brings it to the newest schema. */
export async function createFormerDatabase(last: string): Promise<TestDatabase & { migrate(): Promise<Migrated> }> {
  const database = newDatabase();
  const owner = { connectionString: database.ownerUrl };
  await prepareRoles(
    { connectionString: serverUrl() },
    { owner: database.ownerUrl, app: database.appUrl, auth: 'password' },
  );
  await migrate(owner, last);
  return { ...database, migrate: () => migrate(owner) };
}

function serverUrl(): string {
  const admin = process.env['CANAR_TEST_DATABASE'];
  if (!admin) throw new Error('There is no test server: run this spec through the project, which starts one.');
  return admin;
}

function newDatabase(): TestDatabase & { name: string } {
  const admin = serverUrl();
  const name = `spec_${randomBytes(6).toString('hex')}`;
  return {
    name,
    adminUrl: databaseUrl(admin, name),
    appUrl: roleUrl(admin, 'canar_app', name),
    ownerUrl: roleUrl(admin, 'canar_owner', name),
    drop: () => dropDatabase(admin, name),
  };
}

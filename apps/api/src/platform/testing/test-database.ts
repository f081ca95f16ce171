import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase } from '@canar/local-postgres';
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
  const admin = process.env['CANAR_TEST_DATABASE'];
  if (!admin) throw new Error('There is no test server: run this spec through the project, which starts one.');
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const adminUrl = await createDatabase(admin, name, { template: databaseNames.template });
  return {
    adminUrl,
    appUrl: roleUrl(admin, 'canar_app', name),
    ownerUrl: roleUrl(admin, 'canar_owner', name),
    drop: () => dropDatabase(admin, name),
  };
}

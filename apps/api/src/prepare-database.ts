import { prepareRoles } from './platform/database/prepare-roles';

/** The preparation task: creates the roles and the database that DATABASE_URL and DATABASE_MIGRATION_URL name. */
async function main(): Promise<void> {
  const { DATABASE_ADMIN_URL: admin, DATABASE_URL: app, DATABASE_MIGRATION_URL: owner } = process.env;
  if (!admin || !app || !owner) {
    throw new Error('DATABASE_ADMIN_URL, DATABASE_URL and DATABASE_MIGRATION_URL are required.');
  }
  await prepareRoles({ admin, app, owner });
  console.log('The database and its roles are ready.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

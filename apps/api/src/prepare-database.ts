import { readDatabaseUrls, readOptionalDatabaseUrl } from '@canar/api-env';
import { prepareRoles } from './platform/database/prepare-roles';

/** The preparation task: creates the roles and the database that DATABASE_URL and DATABASE_MIGRATION_URL name. */
async function main(): Promise<void> {
  const urls = readDatabaseUrls('DATABASE_ADMIN_URL', 'DATABASE_URL', 'DATABASE_MIGRATION_URL');
  await prepareRoles({
    admin: urls.DATABASE_ADMIN_URL,
    app: urls.DATABASE_URL,
    owner: urls.DATABASE_MIGRATION_URL,
    backup: readOptionalDatabaseUrl('DATABASE_BACKUP_URL'),
  });
  console.log('The database and its roles are ready.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

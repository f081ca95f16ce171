import { readDatabaseUrls } from '@canar/api-env';
import { migrate } from './platform/database/migrate';

/** The migration task: brings the database of DATABASE_MIGRATION_URL to the newest schema. */
async function main(): Promise<void> {
  const { DATABASE_MIGRATION_URL: url } = readDatabaseUrls('DATABASE_MIGRATION_URL');
  const ran = await migrate(url);
  console.log(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? [error.message, error.cause].filter(Boolean).join(' ') : error);
  process.exitCode = 1;
});

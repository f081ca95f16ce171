import { migrate } from './platform/database/migrate';

/** The migration task: brings the database of DATABASE_MIGRATION_URL to the newest schema. */
async function main(): Promise<void> {
  const url = process.env['DATABASE_MIGRATION_URL'];
  if (!url) throw new Error('DATABASE_MIGRATION_URL is required: the connection of the role that owns the schemas.');
  const ran = await migrate(url);
  console.log(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? [error.message, error.cause].filter(Boolean).join(' ') : error);
  process.exitCode = 1;
});

import { readMigrationEnv } from '@canar/api-env';
import { connectionTo } from './platform/database/connection';
import { migrate } from './platform/database/migrate';

/** The migration task: brings the database of DATABASE_MIGRATION_URL to the newest schema. */
async function main(): Promise<void> {
  const { DATABASE_MIGRATION_URL: url, DATABASE_AUTH: auth, AWS_REGION: region } = readMigrationEnv();
  const { ran, broken } = await migrate(await connectionTo({ url, auth, region }));
  console.log(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}`);
  for (const { table, constraint, query } of broken) {
    console.error(`The check ${constraint} does not hold for every older row of ${table}: ${query};`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? [error.message, error.cause].filter(Boolean).join(' ') : error);
  process.exitCode = 1;
});

import { readPreparationEnv } from '@canar/api-env';
import { connectionTo } from './platform/database/connection';
import { prepareRoles } from './platform/database/prepare-roles';

/** The preparation task: creates the roles and the database that DATABASE_URL and DATABASE_MIGRATION_URL name. */
async function main(): Promise<void> {
  const env = readPreparationEnv();
  const { DATABASE_AUTH: auth, AWS_REGION: region, DATABASE_ADMIN_URL: url } = env;
  await prepareRoles(await connectionTo({ url, auth, region }), {
    app: env.DATABASE_URL,
    owner: env.DATABASE_MIGRATION_URL,
    auth,
    backup: env.DATABASE_BACKUP_URL,
  });
  console.log('The database and its roles are ready.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

import { startTemporaryDatabase } from '@canar/local-postgres';
import { migrate } from '../database/migrate';
import { prepareRoles } from '../database/prepare-roles';
import { databaseNames, roleUrl } from './database-urls';

/** Starts one PostgreSQL for the test run and migrates a template that every spec copies. */
export default async function setUp(): Promise<void> {
  const server = await startTemporaryDatabase();
  const admin = server.adminUrl;
  const owner = roleUrl(admin, 'canar_owner', databaseNames.template);
  const app = roleUrl(admin, 'canar_app', databaseNames.template);
  await prepareRoles({ connectionString: admin }, { owner, app, auth: 'password' });
  await migrate({ connectionString: owner });
  process.env['CANAR_TEST_DATABASE'] = admin;
  Object.assign(globalThis, { canarTestServer: server });
}

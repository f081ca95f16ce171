import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { startTemporaryDatabase } from '@canar/local-postgres';
import { migrate } from '../database/migrate';
import { prepareRoles } from '../database/prepare-roles';
import { databaseNames, roleUrl } from './database-urls';

/** Bundles the worker program, starts one PostgreSQL for the test run and migrates a template that every spec copies. */
export default async function setUp(): Promise<void> {
  const bundled = promisify(execFile)(process.execPath, [resolve(__dirname, '../../../build-test-worker.mjs')]);
  const server = await startTemporaryDatabase();
  const admin = server.adminUrl;
  const owner = roleUrl(admin, 'canar_owner', databaseNames.template);
  const app = roleUrl(admin, 'canar_app', databaseNames.template);
  await prepareRoles({ connectionString: admin }, { owner, app, auth: 'password' });
  await migrate({ connectionString: owner });
  await bundled;
  process.env['CANAR_TEST_DATABASE'] = admin;
  Object.assign(globalThis, { canarTestServer: server });
}

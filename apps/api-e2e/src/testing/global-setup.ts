import { startTemporaryDatabase } from '@canar/local-postgres';
import { prepareTemplate } from '../product/database';

/** Starts a PostgreSQL for the whole run and lets the built programs make the database that every spec copies. */
export default async function setUp(): Promise<void> {
  const server = await startTemporaryDatabase();
  Object.assign(globalThis, { canarE2eServer: server });
  process.env['CANAR_E2E_DATABASE'] = server.adminUrl;
  await prepareTemplate(server.adminUrl).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
}

export { createDatabase, databaseUrl, dropDatabase } from './databases';
export { LocalPostgresError } from './local-postgres.errors';
export { startDatabase, type LocalDatabase } from './start-database';
export { startTemporaryDatabase } from './start-temporary-database';

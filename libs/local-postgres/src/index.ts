export { createDatabase, databaseUrl, dropDatabase } from './databases';
export { LocalPostgresError, type LocalPostgresErrorCode } from './local-postgres.errors';
export { startDatabase, type DatabaseOptions, type LocalDatabase } from './start-database';
export { startTemporaryDatabase } from './start-temporary-database';

export { parseApiEnv, ApiEnvError, type ApiEnv, type ApiEnvName, type StorageEnv } from './api-env';
export {
  readApiEnv,
  readDatabaseUrls,
  readMigrationEnv,
  readOptionalDatabaseUrl,
  readPreparationEnv,
  readProgramPlaces,
  readStorageEnv,
  type ProgramPlaces,
} from './read-env';
export { parseMigrationEnv, parsePreparationEnv, type SchemaTaskEnvName } from './schema-task-env';

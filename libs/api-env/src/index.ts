export { parseApiEnv, parseStorageEnv, ApiEnvError, type ApiEnv, type ApiEnvName, type StorageEnv } from './api-env';
export { parseDuration } from './duration';
export {
  readApiEnv,
  readDatabaseUrls,
  readMigrationEnv,
  readOptionalDatabaseUrl,
  readPreparationEnv,
  readProgramPlaces,
  readStorageEnv,
  type DatabaseUrlName,
  type ProgramPlaces,
} from './read-env';
export {
  parseMigrationEnv,
  parsePreparationEnv,
  type MigrationEnv,
  type PreparationEnv,
  type SchemaTaskEnvName,
} from './schema-task-env';

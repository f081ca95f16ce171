export { parseApiEnv, parseStorageEnv, ApiEnvError, type ApiEnv, type ApiEnvName, type StorageEnv } from './api-env';
export { parseDuration } from './duration';
export {
  readApiEnv,
  readDatabaseUrls,
  readOptionalDatabaseUrl,
  readProgramPlaces,
  readStorageEnv,
  type DatabaseUrlName,
  type ProgramPlaces,
} from './read-env';

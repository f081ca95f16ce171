export { parseApiEnv, ApiEnvError, type ApiEnv, type ApiEnvName } from './api-env';
export { parseDuration } from './duration';
export { readApiEnv, readDatabaseUrls, type DatabaseUrlName } from './read-env';

export { parseApiEnv, ApiEnvError, type ApiEnv, type ApiEnvName } from './api-env';
export { parseDuration } from './duration';

export { parseApiEnv, ApiEnvError, type ApiEnv, type ApiEnvName, type StorageEnv } from './api-env';
export {
  readApiEnv,
  readDatabaseEnv,
  readDatabaseUrls,
  readMigrationEnv,
  readOptionalDatabaseUrl,
  readPreparationEnv,
  readProgramPlaces,
  readStorageEnv,
  type ProgramPlaces,
} from './read-env';
export {
  identityProviderNames,
  identitySecrets,
  identityVariableNames,
  offeredIdentityProviders,
  type IdentityProviderName,
  type IdentityVariableName,
} from './identity-variables';
export {
  paymentProviderNames,
  paymentSecrets,
  paymentVariableNames,
  type PaymentProviderName,
  type PaymentVariableName,
} from './payment-variables';
export { parseMigrationEnv, parsePreparationEnv, type SchemaTaskEnvName } from './schema-task-env';

import type { ApiEnvName, SchemaTaskEnvName } from '@canar/api-env';
import type { Secret } from 'aws-cdk-lib/aws-ecs';

/** How a task gets a variable: as plain text, from a secret, or not at all, with the reason. */
export type Supplied = { readonly value: string } | { readonly secret: Secret } | { readonly left: string };

/** Exactly the variables that the API reads: a missing one does not compile. */
export type ApiVariables = Readonly<Record<ApiEnvName, Supplied>>;

/** Every variable of the task that prepares and migrates the database. */
export type SchemaVariables = Readonly<Record<SchemaTaskEnvName, Supplied>>;

/** The plain-text variables, in the form of ECS. */
export function plain(variables: Readonly<Record<string, Supplied>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, supplied]) => ('value' in supplied ? [[name, supplied.value]] : [])),
  );
}

/** The variables that ECS fetches when a task starts. */
export function secret(variables: Readonly<Record<string, Supplied>>): Record<string, Secret> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, supplied]) => ('secret' in supplied ? [[name, supplied.secret]] : [])),
  );
}

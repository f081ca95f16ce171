import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiOf } from '../http/openapi';
import { requiredRole } from '../http/public.decorator';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A schema of the contract, as far as specs read it. */
export interface ContractSchema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, ContractSchema>;
  enum?: unknown[];
  format?: string;
  minimum?: number;
  required?: string[];
}

/** An operation of the contract that takes JSON of a class. */
export interface JsonOperation {
  method: Method;
  path: string;
  schema: ContractSchema;
}

/** An operation of the contract: who may use it, and a value for every parameter of its path but `id`. */
export interface Operation {
  method: Method;
  path: string;
  requiredRole: readonly string[];
  parameters: Record<string, unknown>;
}

interface DescribedOperation {
  [requiredRole]?: readonly string[];
  parameters?: { name: string; in: string; schema: ContractSchema }[];
  requestBody?: { content: Record<string, { schema?: ContractSchema } | undefined> };
}

/**
 * Every operation of the contract that takes JSON of a class.
 * @param parameters of paths, by name; another gets a value that its schema allows, an identifier for a mere text
 */
export function jsonOperations(app: NestFastifyApplication, parameters: Record<string, string>): JsonOperation[] {
  const { paths, components } = openApiOf(app);
  return Object.entries(paths).flatMap(([template, operations]) =>
    Object.entries(operations as Record<string, DescribedOperation>).flatMap(
      ([method, { requestBody, parameters: declared = [] }]) => {
        const name = requestBody?.content['application/json']?.schema?.$ref?.split('/').pop();
        if (name === undefined) return [];
        const path = template.replace(/{(\w+)}/g, (_, parameter: string) => {
          const schema = declared.find(({ name }) => name === parameter)?.schema ?? {};
          return parameters[parameter] ?? String(exampleOf({ format: 'uuid', ...schema }));
        });
        const schema = components?.schemas?.[name] as ContractSchema;
        return [{ method: method.toUpperCase() as Method, path, schema }];
      },
    ),
  );
}

/** Every operation of the contract. */
export function operationsOf(app: NestFastifyApplication): Operation[] {
  return Object.entries(openApiOf(app).paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, DescribedOperation>).map(([method, described]) => {
      const declared = (described.parameters ?? []).filter((parameter) => parameter.in === 'path');
      return {
        method: method.toUpperCase() as Method,
        path,
        requiredRole: described[requiredRole] ?? [],
        parameters: Object.fromEntries(
          declared.map(({ name, schema }) => [name, exampleOf({ format: 'uuid', ...schema })]),
        ),
      };
    }),
  );
}

/** A value that a schema allows. */
export function exampleOf({ type, enum: values, format, minimum }: ContractSchema): unknown {
  if (values) return values[0];
  if (Array.isArray(type) && type.includes('null')) return null;
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'array') return [];
  if (format === 'uuid') return randomUUID();
  if (format === 'email') return `${randomUUID()}@example.in`;
  if (format === 'date-time') return '2030-01-01T00:00:00Z';
  return type === 'string' ? 'abcdefgh' : {};
}

/** Whether a schema is of a text. */
export function isText({ type }: ContractSchema): boolean {
  return type === 'string' || (Array.isArray(type) && type.includes('string'));
}

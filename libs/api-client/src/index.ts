import createClient, { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import type { Client, ClientOptions, FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import type { ClientPathsWithMethod, Middleware } from 'openapi-fetch';
import type { components, paths } from './contract.gen';

export { currentConsents, legalVersions } from './legal-versions';
export * from './operations.gen';
export type { Middleware };

/** A type of the API's contract, by its name there. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Requests to the API, typed by its contract. */
export type ApiClient = Client<paths>;

/** A method of the contract. */
export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** The paths that have a method. */
export type PathOf<M extends Method> = ClientPathsWithMethod<ApiClient, M>;

/** One operation of the contract. */
export interface Operation<M extends Method, P extends PathOf<M>> {
  method: M;
  path: P;
}

/** The options of an operation: parameters, body, and options of fetch. */
export type OperationInit<M extends Method, P extends PathOf<M>> = MaybeOptionalInit<paths[P], M>;

/** The arguments after the operation: optional when no option is required. */
export type InitArguments<Init> = undefined extends Init ? [Init?] : [Init];

/** The body of a successful response, parsed according to `parseAs`. */
export type OperationData<M extends Method, P extends PathOf<M>, Init> =
  paths[P][M] extends Record<string | number, unknown>
    ? Exclude<FetchResponse<paths[P][M], Init, `${string}/${string}`>['data'], undefined>
    : never;

type Parameters<M extends Method, P extends PathOf<M>> = paths[P][M] extends { parameters: infer All }
  ? Pick<All, Extract<keyof All, 'path' | 'query'>>
  : never;

/**
 * Creates a client of the API.
 * @param options the origin of the API (`baseUrl`), and the `fetch`
 * and headers to use
 */
export function createApiClient(options: ClientOptions): ApiClient {
  return createClient<paths>(options);
}

/** The address of an operation below an origin, for requests that `fetch` cannot make, such as uploads with progress. */
export function addressOf<M extends Method, P extends PathOf<M>>(
  { path }: Operation<M, P>,
  params: Parameters<M, P>,
  baseUrl = '',
): string {
  const querySerializer = createQuerySerializer();
  return createFinalURL(path as string, { baseUrl, params, querySerializer, pathSerializer: defaultPathSerializer });
}

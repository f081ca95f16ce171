import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './contract.gen';

/** A type of the API's contract, by its name there. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Requests to the API, typed by its contract. */
export type ApiClient = Client<paths>;

/**
 * Makes a client of the API.
 * @param options where the API is (`baseUrl`, its origin), and the `fetch` and headers to use
 */
export function createApiClient(options: ClientOptions): ApiClient {
  return createClient<paths>(options);
}

import type { InitArguments, Method, Middleware, Operation, OperationData } from '@canar/api-client';
import { createApiClient, type OperationInit, type PathOf } from '@canar/api-client';
import { networkProblem, problemOf } from './problem';

/** A successful answer: its body, the version of the document it speaks of, and its headers. */
export interface Answer<T> {
  data: T;
  etag: string | null;
  headers: Headers;
}

/** What openapi-fetch returns, before the operation says its type. */
interface Result {
  data?: unknown;
  response: Response;
}

/** Throws a response that is not a success as an ApiProblem. */
const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
};

/**
 * Makes the function that calls operations of the contract on this origin. A lost network becomes an ApiProblem too; a
 * request that its caller aborted stays an AbortError.
 * @param middleware what runs for each request besides; it sees error responses before they become problems
 */
export function createCall(send: (request: Request) => Promise<Response>, ...middleware: Middleware[]) {
  const client = createApiClient({
    fetch: (request) =>
      send(request).catch((error: unknown) => {
        throw request.signal.aborted ? error : networkProblem();
      }),
  });
  client.use(problems, ...middleware);
  const request = client.request as (method: string, path: string, init: unknown) => Promise<Result>;
  /** Calls an operation; path, parameters, body and answer are those of the contract. @throws ApiProblem */
  return async function call<M extends Method, P extends PathOf<M>, Init extends OperationInit<M, P>>(
    { method, path }: Operation<M, P>,
    ...init: InitArguments<Init>
  ): Promise<Answer<OperationData<M, P, Init>>> {
    const { data, response } = await request(method, path, init[0]);
    return { data: data as OperationData<M, P, Init>, etag: response.headers.get('etag'), headers: response.headers };
  };
}

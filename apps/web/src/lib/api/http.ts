import type { Middleware } from '@canar/api-client';
import { createCall } from './create-call';
import { session, type Session } from './session';

const send = (request: Request) => fetch(request);

/** Calls an operation that needs no session. @throws ApiProblem */
export const callAnonymously = createCall(send);

/** Calls an operation as the signed-in user; a rejected access token is replaced once. @throws ApiProblem */
export const call = createCall(send, authorization(session));

/** Sends each request with the token of a session. After a 401 it refreshes the session and sends the request once more. */
export function authorization(as: Session): Middleware {
  const copies = new WeakMap<Request, Request>();
  return {
    onRequest({ request }) {
      copies.set(request, request.clone());
      return authorize(request, as);
    },
    async onResponse({ request, response, options }) {
      const copy = copies.get(request);
      if (response.status !== 401 || !copy) return;
      await as.refresh({ authorization: request.headers.get('authorization') ?? undefined });
      return options.fetch(authorize(copy, as));
    },
  };
}

function authorize(request: Request, as: Session): Request {
  for (const [name, value] of Object.entries(as.headers())) request.headers.set(name, value);
  return request;
}

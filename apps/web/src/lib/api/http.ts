import { networkProblem, problemOf } from './problem';
import { session, type Session } from './session';

/** What a call may carry besides its method and path. */
export interface Call {
  query?: Record<string, string | number | null | undefined>;
  body?: unknown;
  idempotencyKey?: string;
  ifMatch?: string;
  signal?: AbortSignal;
  keepalive?: boolean;
}

/** A successful answer: the parsed body and the version of the document it speaks of. */
export interface Answer<T> {
  data: T;
  etag: string | null;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Sends a request as the signed-in user; a refused access token is replaced once. @throws ApiProblem */
export async function authorizedFetch(url: string, init: RequestInit, as: Session = session): Promise<Response> {
  const send = () => fetch(url, { ...init, headers: { ...init.headers, ...as.headers() } });
  const answer = async () => {
    try {
      return await send();
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw networkProblem();
    }
  };
  const used = as.headers();
  const first = await answer();
  if (first.status !== 401) return first;
  await as.refresh(used);
  return answer();
}

/** Calls the API and reads its JSON answer; `T` is undefined for answers without a body. @throws ApiProblem */
export async function request<T>(method: Method, path: string, call: Call = {}): Promise<Answer<T>> {
  const response = await authorizedFetch(addressOf(path, call.query), initOf(method, call));
  if (!response.ok) throw await problemOf(response);
  const data = response.status === 204 ? undefined : await response.json();
  return { data: data as T, etag: response.headers.get('etag') };
}

/** Downloads a file as the signed-in user. @throws ApiProblem */
export async function download(path: string, query?: Call['query'], signal?: AbortSignal): Promise<Blob> {
  return (await downloadWithHeaders(path, query, signal)).blob;
}

/** A file with what the answer's headers say of it. @throws ApiProblem */
export async function downloadWithHeaders(
  path: string,
  query?: Call['query'],
  signal?: AbortSignal,
): Promise<{ blob: Blob; headers: Headers }> {
  const response = await authorizedFetch(addressOf(path, query), { method: 'GET', signal });
  if (!response.ok) throw await problemOf(response);
  return { blob: await response.blob(), headers: response.headers };
}

/** The address of a call below `/api`. */
export function addressOf(path: string, query: Call['query'] = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]));
  const search = new URLSearchParams(given).toString();
  return `/api${path}${search && `?${search}`}`;
}

function initOf(method: Method, call: Call): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  if (call.idempotencyKey) headers['idempotency-key'] = call.idempotencyKey;
  if (call.ifMatch) headers['if-match'] = call.ifMatch;
  const body = call.body === undefined ? undefined : JSON.stringify(call.body);
  return { method, headers, body, signal: call.signal, keepalive: call.keepalive };
}

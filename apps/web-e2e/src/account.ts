import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';

export type Options = NonNullable<Parameters<APIRequestContext['fetch']>[1]>;

/** Sends a request as one person. @throws {Error} when it is refused */
export type Ask = (method: string, path: string, options?: Options) => Promise<Answer>;

/** What the API answered. */
export interface Answer {
  body: unknown;
  etag: string;
}

/** Registers a person who has bought Basic. The cookies of the session are in the context. */
export async function subscriber(request: APIRequestContext, name: string): Promise<Ask> {
  const person = { name, email: `${randomUUID()}@example.com`, password: 'a quiet bird that lights the house' };
  const session = await sent(request, 'POST', '/api/register', { data: person });
  const { accessToken } = session.body as { accessToken: string };
  const ask: Ask = (method, path, options = {}) => {
    const headers = { authorization: `Bearer ${accessToken}`, 'idempotency-key': randomUUID(), ...options.headers };
    return sent(request, method, path, { ...options, headers });
  };
  const { body } = await ask('POST', '/api/subscription/checkout', { data: { plan: 'basic' } });
  await ask('POST', `/api/billing/sandbox/checkouts/${(body as { checkoutId: string }).checkoutId}/pay`, { data: {} });
  return ask;
}

/** Makes a profile with a saved edit; gives its id. */
export async function savedProfile(ask: Ask, title: string, document: object): Promise<string> {
  const { id } = (await ask('POST', '/api/profiles', { data: { title } })).body as { id: string };
  const empty = await ask('GET', `/api/profiles/${id}/draft`);
  const draft = await ask('PUT', `/api/profiles/${id}/draft`, {
    data: { document },
    headers: { 'if-match': empty.etag },
  });
  await ask('POST', `/api/profiles/${id}/revisions`, { data: {}, headers: { 'if-match': draft.etag } });
  return id;
}

async function sent(request: APIRequestContext, method: string, path: string, options: Options): Promise<Answer> {
  const answer = await request.fetch(path, { method, ...options });
  if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
  const text = await answer.text();
  return { body: text === '' ? null : JSON.parse(text), etag: answer.headers()['etag'] ?? '' };
}

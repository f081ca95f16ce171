import {
  getProfiles,
  getUser,
  postCreditsTopUp,
  postProfilesByIdRevisions,
  putProfilesByIdDraft,
} from '@canar/api-client';
import { createCall } from './create-call';
import { authorization, call } from './http';
import { ApiProblem } from './problem';
import { Session } from './session';

function serve(...answers: Response[]) {
  const requests: Request[] = [];
  globalThis.fetch = (async (request: Request) => {
    requests.push(request);
    return answers.shift();
  }) as typeof globalThis.fetch;
  return requests;
}

describe('call', () => {
  it('replaces a rejected access token once and repeats the request', async () => {
    const session = new Session({
      fetch: async () => Response.json({ accessToken: 'new', expiresIn: 900 }),
      withLock: (work) => work(),
    });
    session.begin('old');
    const requests = serve(Response.json({}, { status: 401 }), Response.json({ id: 'u' }));
    const callAs = createCall((request) => fetch(request), authorization(session));
    const answer = await callAs(getUser);
    expect(answer.data).toEqual({ id: 'u' });
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new']);
  });

  it('repeats a request with its body', async () => {
    const session = new Session({
      fetch: async () => Response.json({ accessToken: 'new', expiresIn: 900 }),
      withLock: (work) => work(),
    });
    const requests = serve(Response.json({}, { status: 401 }), Response.json({ id: 'c' }, { status: 201 }));
    const callAs = createCall((request) => fetch(request), authorization(session));
    await callAs(postCreditsTopUp, { params: { header: { 'Idempotency-Key': 'k' } }, body: { packs: 2 } });
    expect(await requests[1]?.json()).toEqual({ packs: 2 });
    expect(requests[1]?.headers.get('idempotency-key')).toBe('k');
  });

  it('sends key, version and body, and returns the new version', async () => {
    const requests = serve(Response.json({ warnings: [] }, { headers: { etag: '"2"' } }));
    const answer = await call(putProfilesByIdDraft, {
      params: { path: { id: 'p' }, header: { 'If-Match': '"1"' } },
      headers: { 'Idempotency-Key': 'k' },
      body: { document: {} },
    });
    expect(answer.etag).toBe('"2"');
    const [request] = requests;
    expect([new URL(request?.url ?? '').pathname, request?.method]).toEqual(['/api/profiles/p/draft', 'PUT']);
    expect(await request?.text()).toBe('{"document":{}}');
    expect([request?.headers.get('if-match'), request?.headers.get('idempotency-key')]).toEqual(['"1"', 'k']);
  });

  it('throws a problem document as a problem with its code and extras', async () => {
    serve(Response.json({ code: 'credits.insufficient', balance: 3, required: 5 }, { status: 402 }));
    const header = { 'If-Match': '"1"', 'Idempotency-Key': 'k' };
    const refused = call(postProfilesByIdRevisions, { params: { path: { id: 'p' }, header } });
    await expect(refused).rejects.toMatchObject({
      status: 402,
      code: 'credits.insufficient',
      extras: { balance: 3, required: 5 },
    });
  });

  it('throws a lost network as a problem of its own', async () => {
    globalThis.fetch = async () => Promise.reject(new TypeError('fetch failed'));
    await expect(call(getUser)).rejects.toBeInstanceOf(ApiProblem);
    await expect(call(getUser)).rejects.toMatchObject({ code: 'network', status: 0 });
  });

  it('leaves out a query parameter without a value', async () => {
    const requests = serve(Response.json({}), Response.json({}));
    await call(getProfiles, { params: { query: { cursor: undefined, limit: 24 } } });
    await call(getProfiles);
    expect(requests.map(({ url }) => url.replace(window.location.origin, ''))).toEqual([
      '/api/profiles?limit=24',
      '/api/profiles',
    ]);
  });
});

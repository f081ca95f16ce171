import { addressOf, authorizedFetch, request } from './http';
import { ApiProblem } from './problem';
import { Session } from './session';

function respond(status: number, body: unknown, headers: Record<string, string> = {}) {
  const lower = new Map(Object.entries(headers));
  return {
    ok: status < 400,
    status,
    json: async () => body,
    headers: { get: (name: string) => lower.get(name) ?? null },
  } as unknown as Response;
}

function serve(...answers: Response[]): jest.Mock {
  const fetch = jest.fn(async () => answers.shift() as Response);
  globalThis.fetch = fetch as unknown as typeof globalThis.fetch;
  return fetch;
}

describe('calls to the API', () => {
  it('replace a refused access token once and repeat themselves', async () => {
    const session = new Session({
      fetch: async () => respond(200, { accessToken: 'new', expiresIn: 900 }),
      withLock: (work) => work(),
    });
    session.begin('old');
    const fetch = serve(respond(401, {}), respond(200, { fine: true }));
    const answer = await authorizedFetch('/api/user', { method: 'GET' }, session);
    expect(answer.status).toBe(200);
    expect(fetch.mock.calls.map(([, init]) => (init as RequestInit).headers)).toEqual([
      { authorization: 'Bearer old' },
      { authorization: 'Bearer new' },
    ]);
  });

  it('carry key, version and body, and hand back the new version', async () => {
    const fetch = serve(respond(200, { warnings: [] }, { etag: '"2"' }));
    const answer = await request('PUT', '/profiles/p/draft', {
      body: { document: {} },
      ifMatch: '"1"',
      idempotencyKey: 'k',
    });
    expect(answer.etag).toBe('"2"');
    expect(fetch).toHaveBeenCalledWith(
      '/api/profiles/p/draft',
      expect.objectContaining({ method: 'PUT', body: '{"document":{}}' }),
    );
    expect((fetch.mock.calls[0]?.[1] as RequestInit).headers).toMatchObject({
      'if-match': '"1"',
      'idempotency-key': 'k',
    });
  });

  it('turn a problem document into a problem with its code and extras', async () => {
    serve(respond(402, { code: 'credits.insufficient', balance: 3, required: 5 }));
    const refused = request('POST', '/profiles/p/revisions', { body: {} });
    await expect(refused).rejects.toMatchObject({
      status: 402,
      code: 'credits.insufficient',
      extras: { balance: 3, required: 5 },
    });
  });

  it('name a lost network as such', async () => {
    globalThis.fetch = async () => Promise.reject(new TypeError('fetch failed'));
    await expect(request('GET', '/user')).rejects.toBeInstanceOf(ApiProblem);
    await expect(request('GET', '/user')).rejects.toMatchObject({ code: 'network', status: 0 });
  });

  it('leave out what a query does not say', () => {
    expect(addressOf('/profiles', { cursor: null, limit: 24 })).toBe('/api/profiles?limit=24');
    expect(addressOf('/profiles')).toBe('/api/profiles');
  });
});

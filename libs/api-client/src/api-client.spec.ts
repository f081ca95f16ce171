import { createApiClient } from './index';

const id = '0197a3b1-0000-7000-8000-000000000000';

/** A client whose requests are recorded instead of sent. */
function recorded(answer: Response) {
  const requests: Request[] = [];
  const client = createApiClient({
    baseUrl: 'https://canar.example',
    fetch: async (request) => {
      requests.push(request);
      return answer;
    },
  });
  return { client, requests };
}

describe('createApiClient', () => {
  it('sends path, query, headers and body as the contract defines', async () => {
    const { client, requests } = recorded(Response.json({ warnings: [] }));
    await client.PUT('/api/profiles/{id}/draft', {
      params: { path: { id }, header: { 'If-Match': '"3"' } },
      body: { document: { basics: { name: 'Asha' } } },
    });
    const [request] = requests;
    expect(request?.url).toBe(`https://canar.example/api/profiles/${id}/draft`);
    expect([request?.method, request?.headers.get('if-match')]).toEqual(['PUT', '"3"']);
    expect(await request?.json()).toEqual({ document: { basics: { name: 'Asha' } } });
  });

  it('returns a rejected request as its problem', async () => {
    const problem = { code: 'credits.insufficient', status: 402, balance: 0, required: 5 };
    const headers = { 'content-type': 'application/problem+json' };
    const { client } = recorded(new Response(JSON.stringify(problem), { status: 402, headers }));
    const { data, error, response } = await client.GET('/api/profiles/{id}', { params: { path: { id } } });
    expect([data, error, response.status]).toEqual([undefined, problem, 402]);
  });
});

import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { registerPerson } from '../testing';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ AUTH_STRATEGY: 'jwt' });
});
afterAll(() => test.close());

const terms = { document: 'terms', version: '2026-11-30' };
const privacy = { document: 'privacy', version: '2026-11-30' };
const age = { document: 'age', version: '2026-12-01' };

describe('consents', () => {
  it('records consents and the statement of age with the account', async () => {
    const body = {
      email: 'asha@example.in',
      password: 'a quiet bird on paper',
      name: 'Asha',
      consents: [terms, privacy, age],
    };
    const made = await new ApiCaller(test.app).post('/api/register', { body });
    expect(made.status).toBe(201);
    const api = new ApiCaller(test.app, { authorization: `Bearer ${String(made.body['accessToken'])}` });
    expect((await api.get('/api/user/consents')).body['consents']).toEqual(
      expect.arrayContaining([terms, privacy, age]),
    );
  });

  it('records a consent given later, each version once', async () => {
    const { api } = await registerPerson(test.app);
    expect((await api.get('/api/user/consents')).body).toEqual({ consents: [] });
    for (const given of [[terms], [terms, privacy]]) {
      expect((await api.post('/api/user/consents', { body: { consents: given } })).status).toBe(204);
    }
    test.clock.advance(1);
    const later = { document: 'terms', version: '2027-01-01' };
    await api.post('/api/user/consents', { body: { consents: [later] } });
    const { consents } = (await api.get<{ consents: object[] }>('/api/user/consents')).body;
    expect(consents).toHaveLength(3);
    expect(consents[0]).toEqual(later);
  });

  it('shows a person no consents of another', async () => {
    const { api } = await registerPerson(test.app);
    await api.post('/api/user/consents', { body: { consents: [terms] } });
    const other = await registerPerson(test.app);
    expect((await other.api.get('/api/user/consents')).body).toEqual({ consents: [] });
  });

  it('rejects consents to unknown texts and to invalid dates', async () => {
    const { api } = await registerPerson(test.app);
    for (const wrong of [
      [{ ...terms, document: 'diary' }],
      [{ ...terms, version: '2026-02-30' }],
      [{ ...terms, version: 'latest' }],
      [{ ...terms, extra: 1 }],
      Array.from({ length: 11 }, () => terms),
      'terms',
    ]) {
      expect((await api.post('/api/user/consents', { body: { consents: wrong } })).status).toBe(400);
    }
    expect((await api.get('/api/user/consents')).body).toEqual({ consents: [] });
  });

  it('lets the application change or delete no consent', async () => {
    const rows = await test.sql(
      `SELECT privilege_type FROM information_schema.role_table_grants
       WHERE table_schema = 'auth' AND table_name = 'consents' AND grantee = 'canar_app' ORDER BY 1`,
    );
    expect(rows).toEqual([{ privilege_type: 'INSERT' }, { privilege_type: 'SELECT' }]);
  });
});

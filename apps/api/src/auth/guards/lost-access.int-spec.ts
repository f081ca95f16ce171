import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiCaller } from '../../platform/testing/api-caller';
import { eventually } from '../../platform/testing/eventually';
import { startPeer, startTestApp, type TestApp } from '../../test-app';
import type { SignedIn } from '../dto/auth.dto';
import { registerPerson } from '../testing';

/** What is real: two processes of the API over one PostgreSQL, its jobs, and the captured mails. */
let test: TestApp;
let peer: NestFastifyApplication;
let anonymous: ApiCaller;

beforeAll(async () => {
  test = await startTestApp({ AUTH_STRATEGY: 'hybrid' });
  peer = await startPeer(test);
  anonymous = new ApiCaller(test.app);
});
afterAll(async () => {
  await peer.close();
  await test.close();
});

const signIn = (email: string, password: string) =>
  anonymous.post<SignedIn>('/api/login', { body: { email, password } });

describe('blocked persons', () => {
  it('rejects a blocked person in every process, by every token', async () => {
    const person = await registerPerson(test.app);
    const processes = [test.app, peer].map((app) => new ApiCaller(app));
    const bearer = { authorization: `Bearer ${person.accessToken}` };
    for (const api of processes) expect((await api.get('/api/user', { headers: bearer })).status).toBe(200);
    await test.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [person.user.id]);
    for (const api of processes) {
      await eventually(
        () => api.get('/api/user', { headers: bearer }),
        ({ status }) => status === 401,
      );
      expect((await api.post('/api/auth/refresh', { headers: { cookie: person.cookie } })).status).toBe(401);
      expect((await api.get('/api/user', { headers: { cookie: person.cookie } })).status).toBe(401);
    }
    const answer = await signIn(person.user.email, person.password);
    expect([answer.status, answer.body]).toEqual([403, expect.objectContaining({ code: 'account.blocked' })]);
    await test.sql('UPDATE auth.users SET blocked_at = NULL WHERE id = $1', [person.user.id]);
    expect((await signIn(person.user.email, person.password)).status).toBe(200);
  });
});

describe('a person without a membership', () => {
  it('tells a person without a membership so, and signs them out', async () => {
    const person = await registerPerson(test.app);
    expect((await person.api.get('/api/user')).status).toBe(200);
    await test.sql('DELETE FROM auth.memberships WHERE user_id = $1', [person.user.id]);
    const answer = await signIn(person.user.email, person.password);
    expect([answer.status, answer.body]).toEqual([403, expect.objectContaining({ code: 'membership.none' })]);
    await eventually(
      () => person.api.get('/api/user'),
      ({ status }) => status === 401,
    );
    expect((await anonymous.post('/api/auth/refresh', { headers: { cookie: person.cookie } })).status).toBe(401);
  });
});

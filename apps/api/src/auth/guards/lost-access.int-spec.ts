import { ApiCaller } from '../../platform/testing/api-caller';
import { eventually } from '../../platform/testing/eventually';
import { RecoveryTest } from '../recovery/testing';
import { registerPerson } from '../testing';

let recovery: RecoveryTest;

beforeAll(async () => {
  recovery = await RecoveryTest.start();
});
afterAll(() => recovery.close());

describe('blocked persons', () => {
  it('rejects a blocked person in every process, by every token', async () => {
    const person = await registerPerson(recovery.api.app);
    const processes = [recovery.api.app, recovery.peer].map((app) => new ApiCaller(app));
    const bearer = { authorization: `Bearer ${person.accessToken}` };
    for (const api of processes) expect((await api.get('/api/user', { headers: bearer })).status).toBe(200);
    await recovery.api.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [person.user.id]);
    for (const api of processes) {
      await eventually(
        () => api.get('/api/user', { headers: bearer }),
        ({ status }) => status === 401,
      );
      expect((await api.post('/api/auth/refresh', { headers: { cookie: person.cookie } })).status).toBe(401);
      expect((await api.get('/api/user', { headers: { cookie: person.cookie } })).status).toBe(401);
    }
    const answer = await recovery.signIn(person.user.email, person.password);
    expect([answer.status, answer.body]).toEqual([403, expect.objectContaining({ code: 'account.blocked' })]);
    await recovery.api.sql('UPDATE auth.users SET blocked_at = NULL WHERE id = $1', [person.user.id]);
    expect((await recovery.signIn(person.user.email, person.password)).status).toBe(200);
  });
});

describe('a session of a blocked person that was not ended', () => {
  it('rejects a blocked person whose session did not end', async () => {
    const person = await registerPerson(recovery.api.app);
    await recovery.api.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [person.user.id]);
    await recovery.api.sql('UPDATE auth.sessions SET ended_at = NULL WHERE user_id = $1', [person.user.id]);
    expect((await person.api.get('/api/user')).status).toBe(401);
  });
});

describe('a person without a membership', () => {
  it('rejects a person without a membership by a code of its own, and signs them out', async () => {
    const person = await registerPerson(recovery.api.app);
    expect((await person.api.get('/api/user')).status).toBe(200);
    await recovery.api.sql('DELETE FROM auth.memberships WHERE user_id = $1', [person.user.id]);
    const answer = await recovery.signIn(person.user.email, person.password);
    expect([answer.status, answer.body]).toEqual([403, expect.objectContaining({ code: 'membership.none' })]);
    await eventually(
      () => person.api.get('/api/user'),
      ({ status }) => status === 401,
    );
    expect((await recovery.anonymous.post('/api/auth/refresh', { headers: { cookie: person.cookie } })).status).toBe(
      401,
    );
  });
});

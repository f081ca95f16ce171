import { Logger } from '@nestjs/common';
import { ApiCaller } from '../platform/testing/api-caller';
import { eventually } from '../platform/testing/eventually';
import { startTestApp, type TestApp } from '../test-app';
import { passkeysOf } from './passkeys/testing';
import { changeRole, mailedTokens, registerPerson } from './testing';

type Event = Record<string, unknown> & { securityEvent: string };

let test: TestApp;
let anonymous: ApiCaller;
const log = jest.spyOn(Logger.prototype, 'log');

beforeAll(async () => {
  test = await startTestApp({ RATE_LIMITS: 'standard', TRUST_PROXY: '1', AUTH_STRATEGY: 'hybrid' });
  anonymous = new ApiCaller(test.app);
});
afterAll(() => test.close());

let addresses = 0;
function stranger(): ApiCaller {
  addresses += 1;
  return anonymous.with({ 'x-forwarded-for': `198.18.${addresses >> 8}.${addresses & 255}` });
}

const logged = () => log.mock.calls.map(([line]) => line as unknown as Event).filter((line) => line?.securityEvent);

/** The security events of an act, without those of jobs, which come in their own time. */
async function eventsOf(act: () => Promise<unknown>): Promise<Event[]> {
  log.mockClear();
  await act();
  return logged().filter(({ securityEvent }) => securityEvent !== 'account.link-made');
}

const login = (api: ApiCaller, email: string, password = 'not the right one') =>
  api.post('/api/login', { body: { email, password } });

describe('the security event log', () => {
  it('logs registrations and rejected registrations', async () => {
    const email = 'marker-registration@example.in';
    const events = await eventsOf(async () => {
      await registerPerson(test.app, { email, api: stranger() });
      await stranger().post('/api/register', { body: { email, password: 'a quiet phrase again', name: 'Marker' } });
    });
    expect(events).toEqual([
      { securityEvent: 'account.registered', userId: expect.any(String), sessionId: expect.any(String) },
      { securityEvent: 'account.registration-refused' },
    ]);
  });

  it('logs sign-ins, failures and blocked persons by id, without address or e-mail', async () => {
    const person = await registerPerson(test.app, { api: stranger() });
    const { id: userId, email } = person.user;
    const events = await eventsOf(async () => {
      await login(stranger().with({ cookie: person.deviceCookie }), email, person.password);
      await login(stranger(), email);
      await login(stranger(), 'marker-nobody@example.in');
      await test.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [userId]);
      await login(stranger(), email, person.password);
    });
    expect(events).toEqual([
      {
        securityEvent: 'sign-in.succeeded',
        userId,
        sessionId: expect.any(String),
        device: 'known',
        method: 'password',
      },
      { securityEvent: 'sign-in.failed', userId, device: 'strange' },
      { securityEvent: 'sign-in.failed', userId: null, device: 'strange' },
      { securityEvent: 'sign-in.blocked', userId },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/marker|@|198\.18/);
  });

  it('logs throttled sign-ins, the mailed link, and its use', async () => {
    const { user } = await registerPerson(test.app, { api: stranger() });
    for (let time = 0; time < 29; time += 1) await login(stranger(), user.email);
    await eventsOf(() => login(stranger(), user.email));
    const made = { securityEvent: 'account.link-made', userId: user.id, kind: 'sign-in' };
    const events = await eventually(
      () => Promise.resolve(logged()),
      (found) => found.length >= 2,
    );
    expect(events).toEqual([{ securityEvent: 'sign-in.throttled', userId: user.id, device: 'strange' }, made]);
    const used = await eventsOf(() => stranger().post('/api/login/link', { body: { token: 'A'.repeat(43) } }));
    expect(used).toEqual([{ securityEvent: 'token.refused', kind: 'sign-in-link' }]);
  });

  it('logs sign-ins that were rejected by address', async () => {
    const api = stranger();
    for (let time = 0; time < 10; time += 1) await login(api, 'marker-address@example.in');
    expect(await eventsOf(() => login(api, 'marker-address@example.in'))).toEqual([
      { securityEvent: 'sign-in.throttled', kind: 'sign-in.account-address' },
    ]);
  });

  it('logs ended sessions with the reason', async () => {
    const person = await registerPerson(test.app, { api: stranger() });
    const { id: userId, email } = person.user;
    const events = await eventsOf(async () => {
      await login(stranger().with({ cookie: person.cookie }), email, person.password);
      await person.api.post('/api/logout');
    });
    const ended = events.filter(({ securityEvent }) => securityEvent === 'session.ended');
    expect(ended).toEqual([
      { securityEvent: 'session.ended', userId, sessionId: expect.any(String), reason: 'replaced' },
    ]);
    const other = await registerPerson(test.app, { api: stranger() });
    expect(await eventsOf(() => other.api.post('/api/logout'))).toEqual([
      expect.objectContaining({ securityEvent: 'session.ended', userId: other.user.id, reason: 'signed-out' }),
    ]);
  });

  it('logs rejected tokens, and the session that a reused one ended', async () => {
    const person = await registerPerson(test.app, { api: stranger() });
    const refresh = () => stranger().post('/api/auth/refresh', { headers: { cookie: person.cookie } });
    const { accessToken } = (await refresh()).body;
    await anonymous.get('/api/user', { headers: { authorization: `Bearer ${String(accessToken)}` } });
    test.clock.advance(31);
    expect((await eventsOf(refresh)).map(({ securityEvent, reason, kind }) => [securityEvent, reason ?? kind])).toEqual(
      [
        ['session.ended', 'token-reused'],
        ['token.refused', 'refresh-token'],
      ],
    );
    expect(await eventsOf(() => person.api.get('/api/user'))).toEqual([
      { securityEvent: 'token.refused', reason: 'session.ended' },
    ]);
    const forged = stranger().with({ authorization: 'Bearer forged' });
    expect(await eventsOf(() => forged.get('/api/user'))).toEqual([
      { securityEvent: 'token.refused', reason: 'session.required' },
    ]);
    expect(await eventsOf(() => anonymous.get('/api/user'))).toEqual([]);
  });

  it('logs requests that a role did not allow', async () => {
    const person = await registerPerson(test.app, { api: stranger() });
    await changeRole(test, person, 'viewer');
    test.clock.advance(6);
    const events = await eventsOf(() => person.api.post('/api/profiles', { body: { title: 'Mine' } }));
    expect(events).toEqual([
      { securityEvent: 'access.denied', userId: person.user.id, sessionId: expect.any(String), reason: 'write' },
    ]);
  });

  it('logs a change of the address and its undoing by id, without the addresses', async () => {
    const person = await registerPerson(test.app, { api: stranger() });
    const { id: userId, email } = person.user;
    await test.sql('UPDATE auth.users SET email_verified_at = now() WHERE id = $1', [userId]);
    const to = 'marker-moved@example.in';
    const request = () => person.api.post('/api/auth/email-change', { body: { email: to } });
    const events = await eventsOf(async () => {
      await request();
      await person.api.send('DELETE', '/api/auth/email-change');
      await request();
      const [token] = await mailedTokens(test, to, '/change-email/');
      await stranger().post('/api/auth/email-change/confirm', { body: { token } });
      const undo = (await mailedTokens(test, email, '/undo-email-change/', 2)).at(-1);
      await stranger().post('/api/auth/email-change/undo', { body: { token: undo } });
    });
    const requested = { securityEvent: 'account.email-change-requested', userId, sessionId: expect.any(String) };
    expect(events.filter(({ securityEvent }) => securityEvent.startsWith('account.'))).toEqual([
      requested,
      { ...requested, securityEvent: 'account.email-change-cancelled' },
      requested,
      { securityEvent: 'account.email-changed', userId },
      { securityEvent: 'account.email-change-undone', userId },
    ]);
  });

  it('logs what happens with passkeys by id', async () => {
    const { withPasskey, signIn, as } = passkeysOf(() => test);
    let userId = '';
    const events = await eventsOf(async () => {
      const held = await withPasskey();
      userId = held.person.user.id;
      await signIn(held, { userVerified: false });
      await as(held.person).send('DELETE', `/api/auth/passkeys/${held.id}`);
      await signIn(held);
    });
    const sessionId = expect.any(String) as string;
    expect(events.filter(({ securityEvent }) => securityEvent.startsWith('passkey.'))).toEqual([
      { securityEvent: 'passkey.added', userId, sessionId },
      { securityEvent: 'passkey.failed', userId },
      { securityEvent: 'passkey.removed', userId, sessionId },
      { securityEvent: 'passkey.failed', userId: null },
    ]);
  });
});

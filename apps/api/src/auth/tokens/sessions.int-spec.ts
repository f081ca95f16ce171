import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiCaller } from '../../platform/testing/api-caller';
import { eventually } from '../../platform/testing/eventually';
import { startPeer, startTestApp, type TestApp } from '../../test-app';
import type { SignedIn } from '../dto/auth.dto';
import type { Sessions } from '../dto/session.dto';
import { changeRole, type Person, registerPerson } from '../testing';
import { mailsTo } from '../../platform/testing/captured-mails';

const firefox = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

describe.each(['jwt', 'session', 'hybrid'])('the sessions of a person with AUTH_STRATEGY=%s', (strategy) => {
  /** What is real: two processes of the API over one PostgreSQL. */
  let test: TestApp;
  let peer: NestFastifyApplication;

  beforeAll(async () => {
    test = await startTestApp({ AUTH_STRATEGY: strategy });
    peer = await startPeer(test);
  });
  afterAll(async () => {
    await peer.close();
    await test.close();
  });

  /** Signs in once more, on another device. @returns callers at both processes */
  async function signInAgain({ user, password }: Person): Promise<[here: ApiCaller, there: ApiCaller]> {
    const api = new ApiCaller(test.app).with({ 'user-agent': firefox });
    const answer = await api.post<SignedIn>('/api/login', { body: { email: user.email, password } });
    const [cookie] = answer.cookies.map(({ name, value }) => `${name}=${value}`);
    const { accessToken } = answer.body;
    const key: Record<string, string> = accessToken
      ? { authorization: `Bearer ${accessToken}` }
      : { cookie: cookie ?? '' };
    return [new ApiCaller(test.app).with(key), new ApiCaller(peer).with(key)];
  }

  const sessionsOf = async (api: ApiCaller) => (await api.get<Sessions>('/api/auth/sessions')).body.sessions;
  const works = async (api: ApiCaller) => (await api.get('/api/user')).status === 200;
  const stops = (api: ApiCaller) =>
    eventually(
      () => works(api),
      (working) => !working,
    );

  it('lists sessions with device and times, the last used one first', async () => {
    const person = await registerPerson(test.app);
    test.clock.advance(60);
    const [other] = await signInAgain(person);
    const [second, first, ...rest] = await sessionsOf(other);
    expect(rest).toEqual([]);
    expect(second).toMatchObject({ current: true, browser: 'Firefox', system: 'Android' });
    expect(first).toMatchObject({ current: false, browser: null, createdAt: person.user.createdAt });
    test.clock.advance(301);
    await works(person.api);
    const [used] = await sessionsOf(person.api);
    expect(used).toMatchObject({ id: first?.id, current: true, lastUsedAt: test.clock.now().toISOString() });
  });

  it('ends one session: at once here, and elsewhere on notification', async () => {
    const person = await registerPerson(test.app);
    const [here, there] = await signInAgain(person);
    expect([await works(here), await works(there)]).toEqual([true, true]);
    const [{ id } = { id: '' }] = (await sessionsOf(person.api)).filter(({ current }) => !current);
    expect((await person.api.send('DELETE', `/api/auth/sessions/${id}`)).status).toBe(204);
    expect(await works(here)).toBe(false);
    await stops(there);
    expect(await works(person.api)).toBe(true);
    expect((await person.api.send('DELETE', `/api/auth/sessions/${id}`)).status).toBe(404);
    expect(await sessionsOf(person.api)).toHaveLength(1);
  });

  it('ends no session of somebody else', async () => {
    const [person, other] = [await registerPerson(test.app), await registerPerson(test.app)];
    const [{ id } = { id: '' }] = await sessionsOf(person.api);
    expect((await other.api.send('DELETE', `/api/auth/sessions/${id}`)).status).toBe(404);
    expect(await works(person.api)).toBe(true);
  });

  it('ends all sessions at once, and forgets the devices', async () => {
    const person = await registerPerson(test.app);
    const [here, there] = await signInAgain(person);
    expect([await works(here), await works(there)]).toEqual([true, true]);
    const answer = await person.api.send('DELETE', '/api/auth/sessions');
    expect([answer.status, answer.cookies]).toEqual([204, [expect.objectContaining({ name: 'canar', value: '' })]]);
    expect([await works(person.api), await works(here)]).toEqual([false, false]);
    await stops(there);
    const [account] = await test.sql('SELECT device_generation FROM auth.users WHERE id = $1', [person.user.id]);
    expect(account).toEqual({ device_generation: 1 });
  });

  it('rejects a cached session after signing out, in every process', async () => {
    const person = await registerPerson(test.app);
    const [here, there] = await signInAgain(person);
    expect([await works(here), await works(there)]).toEqual([true, true]);
    expect((await here.post('/api/logout')).status).toBe(204);
    expect(await works(here)).toBe(false);
    await stops(there);
  });

  it('mails the person about a sign-in on a device that was never seen', async () => {
    const person = await registerPerson(test.app);
    const { email } = person.user;
    await signInAgain(person);
    const known = new ApiCaller(test.app).with({ cookie: person.deviceCookie });
    expect((await known.post('/api/login', { body: { email, password: person.password } })).status).toBe(200);
    const mails = (await mailsTo(test, email)).filter(({ subject }) => subject.startsWith('New sign-in'));
    expect(mails.map(({ body }) => body)).toEqual([expect.stringContaining(': Firefox, Android (')]);
  });

  it('applies a changed role at once', async () => {
    const person = await registerPerson(test.app);
    const create = () => person.api.post('/api/profiles', { body: { title: 'Mine' } });
    expect((await create()).status).toBe(201);
    await changeRole(test, person, 'viewer');
    await eventually(create, ({ status }) => status === 403);
  });
});

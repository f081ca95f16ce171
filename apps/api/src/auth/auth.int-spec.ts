import { ApiCaller } from '../platform/testing/api-caller';
import { eventually } from '../platform/testing/eventually';
import { startPeer, startTestApp, type TestApp } from '../test-app';
import type { SignedIn } from './dto/auth.dto';
import { registerPerson } from './testing';

const strategies = ['jwt', 'session', 'hybrid'] as const;

describe.each(strategies)('signing in with AUTH_STRATEGY=%s', (strategy) => {
  let test: TestApp;
  let anonymous: ApiCaller;

  beforeAll(async () => {
    test = await startTestApp({ AUTH_STRATEGY: strategy });
    anonymous = new ApiCaller(test.app);
  });
  afterAll(() => test.close());

  it('registers, creates a personal tenant with its owner, and signs in at once', async () => {
    const person = await registerPerson(test.app);
    const me = await person.api.get('/api/user');
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({
      id: person.user.id,
      role: 'owner',
      tenantId: person.user.tenantId,
      emailVerified: false,
    });
    expect(person.accessToken === null).toBe(strategy === 'session');
  });

  it('rejects a second account for an address in another case and mails its owner', async () => {
    await registerPerson(test.app, { email: 'Twice@example.in' });
    const again = await anonymous.post('/api/register', {
      body: { email: 'twice@EXAMPLE.in', password: 'another quiet phrase', name: 'Someone' },
    });
    expect(again.status).toBe(409);
    expect(again.body['code']).toBe('account.exists');
    const mailed = () => test.sql(`SELECT subject FROM platform.captured_mails WHERE recipient = 'Twice@example.in'`);
    const mails = await eventually(mailed, (found) => found.length > 0);
    expect(mails).toEqual([{ subject: 'You already have a Canar account' }]);
  });

  it('answers an unknown address exactly as a wrong password', async () => {
    const person = await registerPerson(test.app);
    const wrong = await anonymous.post('/api/login', { body: { email: person.user.email, password: 'not this one' } });
    const unknown = await anonymous.post('/api/login', {
      body: { email: 'nobody@example.in', password: 'not this one' },
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const { requestId: one, ...a } = wrong.body;
    const { requestId: other, ...b } = unknown.body;
    expect(a).toEqual(b);
    expect(one).not.toBe(other);
  });

  it('signs in with the password exactly as typed', async () => {
    const person = await registerPerson(test.app);
    const { email } = person.user;
    const right = await anonymous.post<SignedIn>('/api/login', { body: { email, password: person.password } });
    const padded = await anonymous.post('/api/login', { body: { email, password: `${person.password} ` } });
    expect([right.status, padded.status]).toEqual([200, 401]);
    expect(right.body.user).toEqual(person.user);
  });

  it('ends the session that the browser brought, by cookie or token, when it signs in', async () => {
    const [first, other] = [await registerPerson(test.app), await registerPerson(test.app)];
    const bearer: Record<string, string> = other.accessToken ? { authorization: `Bearer ${other.accessToken}` } : {};
    const login = (email: string, password: string) =>
      anonymous.with({ ...bearer, cookie: first.cookie }).post('/api/login', { body: { email, password } });
    expect((await login(first.user.email, 'not this one')).status).toBe(401);
    expect((await first.api.get('/api/user')).status).toBe(200);
    expect((await login(first.user.email, first.password)).status).toBe(200);
    expect((await first.api.get('/api/user')).status).toBe(401);
    expect((await other.api.get('/api/user')).status).toBe(other.accessToken ? 401 : 200);
  });

  it('ends the session that the browser brought when it registers', async () => {
    const person = await registerPerson(test.app);
    await registerPerson(test.app, { api: anonymous.with({ cookie: person.cookie }) });
    expect((await person.api.get('/api/user')).status).toBe(401);
  });

  it('ends the sessions of both the token and the cookie when signing out', async () => {
    const [one, two] = [await registerPerson(test.app), await registerPerson(test.app)];
    const bearer: Record<string, string> = one.accessToken ? { authorization: `Bearer ${one.accessToken}` } : {};
    await anonymous.with({ ...bearer, cookie: two.cookie }).post('/api/logout');
    expect((await one.api.get('/api/user')).status).toBe(one.accessToken ? 401 : 200);
    expect((await two.api.get('/api/user')).status).toBe(401);
  });

  it('accepts no earlier token or cookie after signing out', async () => {
    const person = await registerPerson(test.app);
    expect((await person.api.post('/api/logout')).status).toBe(204);
    expect((await person.api.get('/api/user')).status).toBe(401);
    expect((await anonymous.post('/api/auth/refresh', { headers: { cookie: person.cookie } })).status).toBe(
      strategy === 'session' ? 404 : 401,
    );
    expect((await anonymous.post('/api/logout')).status).toBe(204);
  });

  it('ends a sign-in when JWT_EXPIRES_IN is over', async () => {
    const person = await registerPerson(test.app);
    test.clock.advance(7 * 86_400);
    expect((await person.api.get('/api/user')).status).toBe(401);
    expect((await anonymous.get('/api/user', { headers: { cookie: person.cookie } })).status).toBe(401);
  });
});

describe('refreshing', () => {
  let test: TestApp;
  let anonymous: ApiCaller;

  beforeAll(async () => {
    test = await startTestApp();
    anonymous = new ApiCaller(test.app);
  });
  afterAll(() => test.close());

  const refresh = (cookie: string) =>
    anonymous.post<{ accessToken: string }>('/api/auth/refresh', { headers: { cookie } });
  const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
    answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

  it('rotates the refresh cookie and returns a valid access token', async () => {
    const person = await registerPerson(test.app);
    const first = await refresh(person.cookie);
    expect(first.status).toBe(200);
    expect(cookieOf(first)).not.toBe(person.cookie);
    const me = await anonymous.get('/api/user', { headers: { authorization: `Bearer ${first.body.accessToken}` } });
    expect(me.status).toBe(200);
  });

  it('gives a second tab the same current cookie within the grace', async () => {
    const person = await registerPerson(test.app);
    const first = await refresh(person.cookie);
    const second = await refresh(person.cookie);
    expect(second.status).toBe(200);
    expect(cookieOf(second)).toBe(cookieOf(first));
  });

  it('ends the whole session when a token is used again after the grace', async () => {
    const person = await registerPerson(test.app);
    const first = await refresh(person.cookie);
    test.clock.advance(31);
    expect((await refresh(person.cookie)).status).toBe(401);
    expect((await refresh(cookieOf(first))).status).toBe(401);
    expect((await person.api.get('/api/user')).status).toBe(401);
  });

  it('keeps one live branch under a hundred refreshes at once', async () => {
    const person = await registerPerson(test.app);
    const answers = await Promise.all(Array.from({ length: 100 }, () => refresh(person.cookie)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(cookieOf)).size).toBe(1);
  });

  it.each([
    [
      'an access token as the refresh cookie',
      (person: { accessToken: string | null }) => `canar=${person.accessToken}`,
    ],
    ['a forged signature', (person: { cookie: string }) => `${person.cookie.slice(0, -3)}AAA`],
    ['nothing', () => ''],
  ])('refuses %s', async (_, cookie) => {
    const person = await registerPerson(test.app);
    expect((await refresh(cookie(person))).status).toBe(401);
  });

  it('refuses an access token after fifteen minutes', async () => {
    const person = await registerPerson(test.app);
    test.clock.advance(900);
    expect((await person.api.get('/api/user')).status).toBe(401);
  });
});

describe('registering an address that has an account', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('mails the owner of a known address once a day, for any number of registrations', async () => {
    const peer = await startPeer(test);
    const email = 'flooded@example.in';
    await registerPerson(test.app, { email });
    const body = { email: email.toUpperCase(), password: 'another quiet phrase', name: 'Someone' };
    const mails = () => test.sql('SELECT recipient FROM platform.captured_mails WHERE recipient ILIKE $1', [email]);
    const attempts = async (times: number) => {
      for (let time = 0; time < times; time += 1)
        expect((await new ApiCaller(time % 2 ? peer : test.app).post('/api/register', { body })).status).toBe(409);
    };
    await attempts(4);
    test.clock.advance(86_399);
    await attempts(2);
    test.clock.advance(1);
    await attempts(2);
    await eventually(mails, (found) => found.length >= 2);
    await eventually(
      () => test.sql('SELECT 1 FROM graphile_worker.jobs'),
      (waiting) => waiting.length === 0,
    );
    expect(await mails()).toEqual([{ recipient: email }, { recipient: email }]);
    await peer.close();
  });
});

describe('the edges of signing in', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ AUTH_STRATEGY: 'hybrid', RATE_LIMITS: 'standard' });
  });
  afterAll(() => test.close());

  it('accepts a hybrid cookie for thirty seconds after its rotation and not longer', async () => {
    const person = await registerPerson(test.app);
    const anonymous = new ApiCaller(test.app).with({ cookie: person.cookie });
    await anonymous.post('/api/auth/refresh');
    test.clock.advance(30);
    expect((await anonymous.get('/api/user')).status).toBe(200);
    test.clock.advance(6);
    expect((await anonymous.get('/api/user')).status).toBe(401);
  });

  it('rejects an e-mail address that is not plain text with 400', async () => {
    for (const email of ['\u0000', 'a\u0000@example.in', 'a\u202e@example.in', '\ud800@example.in']) {
      const answer = await new ApiCaller(test.app).post('/api/login', { body: { email, password: 'whatever it is' } });
      expect(answer.status).toBe(400);
    }
  });

  it('limits the number of rejected tokens per address', async () => {
    const forged = new ApiCaller(test.app).with({ authorization: 'Bearer forged' });
    const statuses = [];
    for (let tried = 0; tried < 310; tried += 1) statuses.push((await forged.get('/api/user')).status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(300);
    const refused = await forged.get('/api/user');
    expect([refused.status, refused.body['code']]).toEqual([429, 'request.too-many']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

import { ApiCaller } from '../platform/testing/api-caller';
import { startPeer, startTestApp, type TestApp } from '../test-app';
import type { SignedIn } from './dto/auth.dto';
import { registerPerson } from './testing';
import { mailsTo } from '../platform/testing/captured-mails';

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
    expect((await mailsTo(test, 'Twice@example.in')).map(({ subject }) => subject)).toEqual([
      'Confirm your address for Canar',
      'You already have a Canar account',
    ]);
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
    const attempts = async (times: number) => {
      for (let time = 0; time < times; time += 1)
        expect((await new ApiCaller(time % 2 ? peer : test.app).post('/api/register', { body })).status).toBe(409);
    };
    await attempts(4);
    test.clock.advance(86_399);
    await attempts(2);
    test.clock.advance(1);
    await attempts(2);
    expect((await mailsTo(test, email)).filter(({ subject }) => subject.includes('already'))).toHaveLength(2);
    await peer.close();
  });
});

describe('the edges of signing in', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ AUTH_STRATEGY: 'hybrid', RATE_LIMITS: 'standard', TRUST_PROXY: '1' });
  });
  afterAll(() => test.close());

  it('accepts a hybrid cookie for thirty seconds after its rotation and not longer', async () => {
    const person = await registerPerson(test.app);
    const anonymous = new ApiCaller(test.app).with({ cookie: person.cookie });
    const { accessToken } = (await anonymous.post('/api/auth/refresh')).body;
    await anonymous.get('/api/user', { headers: { authorization: `Bearer ${String(accessToken)}` } });
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

  it('rejects a weak password at registration', async () => {
    const body = { email: 'weak@example.in', password: 'password123', name: 'Asha Rao' };
    const answer = await new ApiCaller(test.app).post('/api/register', { body });
    expect([answer.status, answer.body['code']]).toEqual([400, 'password.weak']);
  });

  it('registers five accounts of one address in a minute and no more', async () => {
    const from = new ApiCaller(test.app).with({ 'x-forwarded-for': '198.51.100.7' });
    const statuses = [];
    for (let time = 0; time < 6; time += 1) {
      const body = { email: `many-${time}@example.in`, password: 'another quiet phrase', name: 'Someone' };
      statuses.push((await from.post('/api/register', { body })).status);
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
  });

  it('checks ten wrong passwords of one address for one account in a minute', async () => {
    const from = new ApiCaller(test.app).with({ 'x-forwarded-for': '198.51.100.8' });
    const statuses = [];
    for (let time = 0; time < 11; time += 1) {
      const body = { email: 'limited@example.in', password: 'not this one' };
      statuses.push((await from.post('/api/login', { body })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it('limits forgotten passwords of one account to ten a minute for one address', async () => {
    const from = new ApiCaller(test.app).with({ 'x-forwarded-for': '198.51.100.9' });
    const statuses = [];
    for (let time = 0; time < 11; time += 1) {
      statuses.push((await from.post('/api/auth/forgot-password', { body: { email: 'forgot@example.in' } })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(204), 429]);
  });

  it.each([
    ['http://localhost', 'canar=', 'canar-device=', false],
    ['https://canar.example', '__Host-canar=', '__Host-canar-device=', true],
  ])('sets cookies of %s that scripts and other sites cannot use', async (site, session, device, secure) => {
    const other = await startTestApp({ PUBLIC_URL: site });
    try {
      const body = { email: 'cookies@example.in', password: 'another quiet phrase', name: 'Someone' };
      const answer = await other.app.inject({ method: 'POST', url: '/api/register', payload: body });
      const cookies = [answer.headers['set-cookie']].flat().map(String);
      expect(cookies.map((cookie) => /^[\w-]+=/.exec(cookie)?.[0])).toEqual([session, device]);
      for (const cookie of cookies) {
        const attributes = cookie.split('; ').slice(1);
        expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
        expect([attributes.includes('Secure'), attributes.some((one) => one.startsWith('Domain'))]).toEqual([
          secure,
          false,
        ]);
      }
    } finally {
      await other.close();
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

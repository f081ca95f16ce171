import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiCaller } from '../../platform/testing/api-caller';
import { eventually } from '../../platform/testing/eventually';
import { startPeer, startTestApp, type TestApp } from '../../test-app';
import type { SignedIn } from '../dto/auth.dto';
import { Passwords } from '../passwords/passwords';
import { mailedTokens, type Person, registerPerson } from '../testing';

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

const newPassword = 'another quiet phrase';
const post = (route: string, body: object) => anonymous.post(`/api/auth/${route}`, { body });
const forgot = (email: string) => post('forgot-password', { email });
const reset = (token: string, password = newPassword) => post('reset-password', { token, password });
const signIn = (email: string, password: string) =>
  anonymous.post<SignedIn>('/api/login', { body: { email, password } });

/** The token of a link for a new password, as it was mailed. */
async function resetToken({ user }: Person, expected = 1): Promise<string> {
  await forgot(user.email);
  return (await mailedTokens(test, user.email, '/reset-password/', expected))[expected - 1] ?? '';
}

const verifyToken = async ({ user }: Person, expected = 1): Promise<string> =>
  (await mailedTokens(test, user.email, '/verify-email/', expected))[expected - 1] ?? '';

/** The subjects of the mails to an address in alphabetical order, when its jobs are done. */
async function subjectsTo(email: string): Promise<string[]> {
  await jobsDone();
  const sql = 'SELECT subject FROM platform.captured_mails WHERE recipient = $1 ORDER BY subject COLLATE "C"';
  return (await test.sql<{ subject: string }>(sql, [email])).map(({ subject }) => subject);
}

const jobsDone = () =>
  eventually(
    () => test.sql('SELECT 1 FROM graphile_worker.jobs WHERE run_at <= now()'),
    (waiting) => waiting.length === 0,
  );

describe('a forgotten password', () => {
  it('mails a link to the stored address, however the address was typed', async () => {
    const person = await registerPerson(test.app, { email: 'Stored@example.in' });
    expect((await forgot('STORED@example.IN')).status).toBe(204);
    expect(await mailedTokens(test, person.user.email, '/reset-password/')).toHaveLength(1);
    expect(await subjectsTo('STORED@example.IN')).toEqual([]);
  });

  it('answers an unknown address alike, and mails nobody', async () => {
    const { user } = await registerPerson(test.app);
    const [known, unknown] = [await forgot(user.email), await forgot('nobody@example.in')];
    expect([unknown.status, unknown.text, unknown.cookies]).toEqual([known.status, known.text, known.cookies]);
    expect(await subjectsTo('nobody@example.in')).toEqual([]);
  });

  it('mails one link in five minutes, and another as soon as that was used', async () => {
    const person = await registerPerson(test.app);
    const token = await resetToken(person);
    await forgot(person.user.email);
    test.clock.advance(299);
    await forgot(person.user.email);
    const links = async () => (await subjectsTo(person.user.email)).filter((subject) => /Choose/.test(subject)).length;
    expect(await links()).toBe(1);
    expect((await reset(token)).status).toBe(204);
    await forgot(person.user.email);
    expect(await links()).toBe(2);
  });

  it('mails the link in the language of the person', async () => {
    const { user } = await registerPerson(test.app, { locale: 'hi' });
    await forgot(user.email);
    expect(await mailedTokens(test, user.email, '/hi/reset-password/')).toHaveLength(1);
    expect(await subjectsTo(user.email)).toEqual(['Canar के लिए अपने पते की पुष्टि कीजिए', 'Canar के लिए नया पासवर्ड चुनिए']);
  });

  it('mails no blocked person', async () => {
    const { user } = await registerPerson(test.app);
    await jobsDone();
    await test.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [user.id]);
    expect((await forgot(user.email)).status).toBe(204);
    expect(await subjectsTo(user.email)).toEqual(['Confirm your address for Canar']);
  });
});

describe('a reset of the password', () => {
  it('sets the password once, verifies the address, signs nobody in and tells by mail', async () => {
    const person = await registerPerson(test.app);
    const { email } = person.user;
    const token = await resetToken(person);
    const done = await reset(token);
    expect([done.status, done.cookies, done.text]).toEqual([204, [], '']);
    expect((await signIn(email, person.password)).status).toBe(401);
    expect((await signIn(email, newPassword)).body.user.emailVerified).toBe(true);
    const again = await reset(token, 'a third quiet phrase');
    expect([again.status, again.body['code']]).toEqual([401, 'mailed-link.invalid']);
    expect(await subjectsTo(email)).toContain('Your Canar password was changed');
  });

  it('ends every session in every process and forgets every device', async () => {
    const person = await registerPerson(test.app);
    const elsewhere = new ApiCaller(peer).with({ authorization: `Bearer ${person.accessToken}` });
    expect([await person.api.get('/api/user'), await elsewhere.get('/api/user')].map(({ status }) => status)).toEqual([
      200, 200,
    ]);
    await reset(await resetToken(person));
    expect((await person.api.get('/api/user')).status).toBe(401);
    await eventually(
      () => elsewhere.get('/api/user'),
      ({ status }) => status === 401,
    );
    const byCookie = anonymous.with({ cookie: person.cookie });
    expect((await byCookie.get('/api/user')).status).toBe(401);
    expect((await byCookie.post('/api/auth/refresh')).status).toBe(401);
    const [account] = await test.sql('SELECT device_generation FROM auth.users WHERE id = $1', [person.user.id]);
    expect(account).toEqual({ device_generation: 1 });
  });

  it('leaves no way in by a sign-in that checked the old password meanwhile', async () => {
    const person = await registerPerson(test.app);
    const token = await resetToken(person);
    const passwords = test.app.get(Passwords);
    const verify = passwords.verify.bind(passwords);
    const slow = jest.spyOn(passwords, 'verify').mockImplementationOnce(async (...typed) => {
      const right = await verify(...typed);
      await reset(token);
      return right;
    });
    expect((await signIn(person.user.email, person.password)).status).toBe(401);
    expect(slow).toHaveBeenCalled();
    const sql = 'SELECT 1 FROM auth.sessions WHERE user_id = $1 AND ended_at IS NULL';
    expect(await test.sql(sql, [person.user.id])).toEqual([]);
  });

  it('voids the links that were mailed before a reset', async () => {
    const person = await registerPerson(test.app);
    const first = await resetToken(person);
    test.clock.advance(300);
    const second = await resetToken(person, 2);
    expect((await reset(second)).status).toBe(204);
    expect((await reset(first)).status).toBe(401);
  });

  it('resets for one of two who use a link at once', async () => {
    const person = await registerPerson(test.app);
    const token = await resetToken(person);
    const answers = await Promise.all([reset(token), reset(token, 'a third quiet phrase')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  });

  it('uses up no link when the password is weak', async () => {
    const person = await registerPerson(test.app);
    const token = await resetToken(person);
    const weak = await reset(token, 'password123');
    expect([weak.status, weak.body['code']]).toEqual([400, 'password.weak']);
    expect((await reset(token)).status).toBe(204);
  });

  it('rejects a link that is late, made up or for another purpose', async () => {
    const person = await registerPerson(test.app);
    const token = await resetToken(person);
    expect((await reset(await verifyToken(person))).status).toBe(401);
    expect((await reset('A'.repeat(43))).status).toBe(401);
    expect((await post('verify-email', { token })).status).toBe(401);
    expect((await anonymous.post('/api/login/link', { body: { token } })).status).toBe(401);
    test.clock.advance(1_800);
    expect((await reset(token)).status).toBe(401);
  });

  it('stores only the hash of a token', async () => {
    const token = await resetToken(await registerPerson(test.app));
    const [stored] = await test.sql<{ dump: string }>(
      `SELECT string_agg(t::text, ' ') AS dump FROM auth.one_time_tokens t`,
    );
    expect(stored?.dump).not.toContain(token);
    expect(stored?.dump).not.toContain(Buffer.from(token).toString('hex'));
  });
});

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiCaller } from '../../platform/testing/api-caller';
import { eventually } from '../../platform/testing/eventually';
import { startPeer, startTestApp, type TestApp } from '../../test-app';
import type { SignedIn } from '../dto/auth.dto';
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

describe('verifying the address', () => {
  it('verifies an address once, with the mailed link, and signs nobody in', async () => {
    const person = await registerPerson(test.app);
    const token = await verifyToken(person);
    const done = await post('verify-email', { token });
    expect([done.status, done.cookies]).toEqual([204, []]);
    expect((await person.api.get('/api/user')).body).toMatchObject({ emailVerified: true });
    expect((await post('verify-email', { token })).status).toBe(401);
  });

  it('mails the verification link again after five minutes, until it was used', async () => {
    const person = await registerPerson(test.app);
    const resend = () => person.api.post('/api/auth/resend-verification');
    await verifyToken(person);
    expect((await resend()).status).toBe(204);
    test.clock.advance(300);
    await resend();
    await post('verify-email', { token: await verifyToken(person, 2) });
    test.clock.advance(300);
    expect((await resend()).status).toBe(204);
    expect(await subjectsTo(person.user.email)).toEqual(Array(2).fill('Confirm your address for Canar'));
  });
});

describe('“This is not mine”', () => {
  const release = (token: string) => post('release-address', { token });

  it('tells the reader of a link when the account was made, and nothing else', async () => {
    const person = await registerPerson(test.app);
    const token = await resetToken(person);
    const { createdAt } = person.user;
    for (const link of [token, await verifyToken(person)]) {
      expect((await post('link-account', { token: link })).body).toEqual({ createdAt, emailVerified: false });
    }
    expect((await post('link-account', { token: 'A'.repeat(43) })).status).toBe(401);
    expect((await reset(token)).status).toBe(204);
  });

  it('frees the address of an account that was never verified, and nothing of it works', async () => {
    const person = await registerPerson(test.app);
    const { email } = person.user;
    expect((await person.api.get('/api/user')).status).toBe(200);
    const token = await resetToken(person);
    expect((await release(token)).status).toBe(204);
    expect((await person.api.get('/api/user')).status).toBe(401);
    expect((await signIn(email, person.password)).status).toBe(401);
    expect((await release(token)).status).toBe(401);
    const owner = await registerPerson(test.app, { email });
    expect(owner.user.id).not.toBe(person.user.id);
  });

  it('keeps the tenant of the account for an operator, without the address', async () => {
    const person = await registerPerson(test.app);
    await release(await verifyToken(person));
    const rows = await test.sql(
      `SELECT u.email, t.closed_at IS NOT NULL AS closed, u.released_at IS NOT NULL AS released
       FROM auth.users u JOIN auth.memberships m ON m.user_id = u.id JOIN auth.tenants t ON t.id = m.tenant_id
       WHERE u.id = $1`,
      [person.user.id],
    );
    expect(rows).toEqual([{ email: `${person.user.id}@released.invalid`, closed: true, released: true }]);
  });

  it('rejects a release once the address was verified', async () => {
    const person = await registerPerson(test.app);
    const token = await resetToken(person);
    await post('verify-email', { token: await verifyToken(person) });
    const refused = await release(token);
    expect([refused.status, refused.body['code']]).toEqual([409, 'email.verified']);
    expect((await person.api.get('/api/user')).status).toBe(200);
  });

  it('offers the release in the mail to the owner of an address registered again', async () => {
    const person = await registerPerson(test.app);
    const { email } = person.user;
    await anonymous.post('/api/register', { body: { email, password: newPassword, name: 'The owner' } });
    const [token = ''] = await mailedTokens(test, email, '/reset-password/');
    const sql = `SELECT body FROM platform.captured_mails WHERE recipient = $1 AND body LIKE '%15 January 2026%not mine%'`;
    expect(await test.sql(sql, [email])).toHaveLength(1);
    expect((await release(token)).status).toBe(204);
  });
});

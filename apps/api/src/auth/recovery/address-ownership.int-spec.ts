import { mailedTokens, registerPerson } from '../testing';
import { newPassword, RecoveryTest } from './testing';
import { mailsTo } from '../../platform/testing/captured-mails';

let recovery: RecoveryTest;

beforeAll(async () => {
  recovery = await RecoveryTest.start();
});
afterAll(() => recovery.close());

describe('verifying the address', () => {
  it('verifies an address once, with the mailed link, and signs nobody in', async () => {
    const person = await registerPerson(recovery.api.app);
    const token = await recovery.verifyToken(person);
    const done = await recovery.post('verify-email', { token });
    expect([done.status, done.cookies]).toEqual([204, []]);
    expect((await person.api.get('/api/user')).body).toMatchObject({ emailVerified: true });
    expect((await recovery.post('verify-email', { token })).status).toBe(401);
  });

  it('mails the verification link again after five minutes, until it was used', async () => {
    const person = await registerPerson(recovery.api.app);
    const resend = () => person.api.post('/api/auth/resend-verification');
    await recovery.verifyToken(person);
    expect((await resend()).status).toBe(204);
    recovery.api.clock.advance(300);
    await resend();
    await recovery.post('verify-email', { token: await recovery.verifyToken(person, 2) });
    recovery.api.clock.advance(300);
    expect((await resend()).status).toBe(204);
    expect(await recovery.subjectsTo(person.user.email)).toEqual(Array(2).fill('Confirm your address for Canar'));
  });
});

describe('“This is not mine”', () => {
  const release = (token: string) => recovery.post('release-address', { token });

  it('reports when the account was created to the reader of a link, and nothing else', async () => {
    const person = await registerPerson(recovery.api.app);
    const token = await recovery.resetToken(person);
    const { createdAt } = person.user;
    for (const link of [token, await recovery.verifyToken(person)]) {
      expect((await recovery.post('link-account', { token: link })).body).toEqual({ createdAt, emailVerified: false });
    }
    expect((await recovery.post('link-account', { token: 'A'.repeat(43) })).status).toBe(401);
    expect((await recovery.reset(token)).status).toBe(204);
  });

  it('frees the address of an account that was never verified, and nothing of it works', async () => {
    const person = await registerPerson(recovery.api.app);
    const { email } = person.user;
    expect((await person.api.get('/api/user')).status).toBe(200);
    const token = await recovery.resetToken(person);
    expect((await release(token)).status).toBe(204);
    expect((await person.api.get('/api/user')).status).toBe(401);
    expect((await recovery.signIn(email, person.password)).status).toBe(401);
    expect((await release(token)).status).toBe(401);
    const owner = await registerPerson(recovery.api.app, { email });
    expect(owner.user.id).not.toBe(person.user.id);
  });

  it('stores the tenant of the account for an operator, without the address', async () => {
    const person = await registerPerson(recovery.api.app);
    await release(await recovery.verifyToken(person));
    const rows = await recovery.api.sql(
      `SELECT u.email, t.closed_at IS NOT NULL AS closed, u.released_at IS NOT NULL AS released
       FROM auth.users u JOIN auth.memberships m ON m.user_id = u.id JOIN auth.tenants t ON t.id = m.tenant_id
       WHERE u.id = $1`,
      [person.user.id],
    );
    expect(rows).toEqual([{ email: `${person.user.id}@released.invalid`, closed: true, released: true }]);
  });

  it('rejects a release once the address was verified', async () => {
    const person = await registerPerson(recovery.api.app);
    const token = await recovery.resetToken(person);
    await recovery.post('verify-email', { token: await recovery.verifyToken(person) });
    const refused = await release(token);
    expect([refused.status, refused.body['code']]).toEqual([409, 'email.verified']);
    expect((await person.api.get('/api/user')).status).toBe(200);
  });

  it('offers the release in the mail to the owner of an address registered again', async () => {
    const person = await registerPerson(recovery.api.app);
    const { email } = person.user;
    await recovery.anonymous.post('/api/register', { body: { email, password: newPassword, name: 'The owner' } });
    const [token = ''] = await mailedTokens(recovery.api, email, '/reset-password/');
    const bodies = (await mailsTo(recovery.api, email)).map(({ body }) => body);
    expect(bodies.filter((body) => /15 January 2026[^]*not mine/.test(body))).toHaveLength(1);
    expect((await release(token)).status).toBe(204);
  });
});

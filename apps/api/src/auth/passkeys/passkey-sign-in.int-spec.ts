import { Secret, TOTP } from 'otpauth';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { startTestApp, type TestApp } from '../../test-app';
import { type Altered, outcome, passkeysOf } from './testing';

/** What is real: the API over PostgreSQL. The authenticator is software, and so is the browser in front of it. */
let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ AUTH_STRATEGY: 'hybrid' });
});
afterAll(() => test.close());

const { as, post, send, verifiedPerson, askedToMake, askedToSign, withPasskey, signIn } = passkeysOf(() => test);

describe('signing in with a passkey', () => {
  it('signs in without password or code, and says so in the activity', async () => {
    const person = await verifiedPerson();
    const secret = String((await as(person).post('/api/auth/second-factor')).body['secret']);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: test.clock.now().getTime() });
    await as(person).post('/api/auth/second-factor/confirm', { body: { code } });
    const held = await withPasskey(false, person);
    const signedIn = await signIn(held);
    expect([signedIn.status, signedIn.body]).toEqual([
      200,
      expect.objectContaining({ accessToken: expect.any(String) }),
    ]);
    const { entries } = (await as(person).get<{ entries: object[] }>('/api/auth/audit')).body;
    expect(entries).toContainEqual(expect.objectContaining({ act: 'sign-in.succeeded', method: 'passkey' }));
  });

  it('works while guessing has closed sign-ins by password', async () => {
    const held = await withPasskey();
    const { email } = held.person.user;
    const guess = (password: string) => post('/api/login', { email, password });
    expect((await guess('not the right one')).status).toBe(401);
    const full = new Date(test.clock.now().getTime() + 1e10);
    await test.sql('UPDATE auth.sign_in_attempts SET empty_at = $1', [full]);
    expect((await guess(held.person.password)).status).toBe(429);
    expect((await signIn(held)).status).toBe(200);
  });

  it.each<[string, Altered]>([
    ['another origin', { origin: 'https://canar.example' }],
    ['another host', { rpId: 'canar.example' }],
    ['another challenge', { challenge: 'aaaa' }],
    ['no verification of the person', { userVerified: false }],
    ['the type of a registration', { type: 'webauthn.create' }],
    ['the handle of another person', { userHandle: 'AAAA' }],
  ])('rejects a signature with %s', async (_, altered) => {
    const held = await withPasskey();
    expect(await outcome(signIn(held, altered))).toEqual([401, 'passkey.invalid']);
    expect((await signIn(held)).status).toBe(200);
  });

  it('rejects an altered signature and one of another passkey', async () => {
    const [held, other] = [await withPasskey(), await withPasskey()];
    const signed = held.authenticator.sign(await askedToSign());
    const altered = Buffer.from(signed.signature, 'base64url');
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    expect(await outcome(send({ ...signed, signature: altered.toString('base64url') }))).toEqual([
      401,
      'passkey.invalid',
    ]);
    const { signature } = other.authenticator.sign(await askedToSign());
    expect(await outcome(send({ ...signed, signature }))).toEqual([401, 'passkey.invalid']);
    expect(await outcome(send({ ...signed, credentialId: other.authenticator.credentialId }))).toEqual([
      401,
      'passkey.invalid',
    ]);
  });

  it('takes each challenge once, also of two at once, and none after ten minutes', async () => {
    const held = await withPasskey();
    const asked = await askedToSign();
    const answers = await Promise.all([1, 2].map(() => send(held.authenticator.sign(asked))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const late = held.authenticator.sign(await askedToSign());
    test.clock.advance(600);
    expect(await outcome(send(late))).toEqual([401, 'passkey.invalid']);
  });

  it('deletes a challenge an hour after it has expired', async () => {
    await signIn(await withPasskey());
    const used = () => test.sql('SELECT 1 FROM auth.used_passkey_challenges');
    const forget = () => test.app.get(JobHandlers).work('auth.forget-attempts', {});
    await forget();
    expect((await used()).length).toBeGreaterThan(0);
    test.clock.advance(600 + 3_601);
    await forget();
    expect(await used()).toEqual([]);
  });

  it('takes no challenge that was made for adding a passkey', async () => {
    const held = await withPasskey();
    const signed = held.authenticator.sign(await askedToMake(held.person));
    expect(await outcome(send(signed))).toEqual([401, 'passkey.invalid']);
  });

  it('rejects a counter that did not rise, as a copied passkey has it', async () => {
    const held = await withPasskey(true);
    expect((await signIn(held)).status).toBe(200);
    expect((await signIn(held)).status).toBe(200);
    expect(await outcome(signIn(held, { counter: 1 }))).toEqual([401, 'passkey.invalid']);
    expect((await signIn(held)).status).toBe(200);
  });

  it('says that nobody has a passkey that was removed', async () => {
    const held = await withPasskey();
    const route = `/api/auth/passkeys/${held.id}`;
    expect((await as(held.person).send('DELETE', route)).status).toBe(204);
    expect(await outcome(signIn(held))).toEqual([401, 'passkey.unknown']);
  });

  it('signs no blocked person in', async () => {
    const held = await withPasskey();
    await test.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [held.person.user.id]);
    expect(await outcome(signIn(held))).toEqual([403, 'account.blocked']);
  });

  it('rejects bodies that are none of WebAuthn', async () => {
    const held = await withPasskey();
    const signed = held.authenticator.sign(await askedToSign());
    for (const wrong of [
      { ...signed, clientDataJson: '!' },
      { ...signed, authenticatorData: ['AAAA'] },
      { ...signed, signature: 'A'.repeat(2_049) },
      { ...signed, extra: 1 },
    ]) {
      expect((await send(wrong)).status).toBe(400);
    }
    expect(await outcome(send({ ...signed, authenticatorData: 'AAAA' }))).toEqual([401, 'passkey.invalid']);
  });
});

import type { TestResponse } from '../../platform/testing/api-caller';
import { enrol, registerPerson } from '../testing';
import { IdentityTest } from './testing/identity-test';

/** What is real: the API, PostgreSQL, the library, and over HTTP `oidc-provider` for Google; GitHub is a double of three endpoints. */
let identities: IdentityTest;
beforeAll(async () => void (identities = await IdentityTest.start()));
afterAll(() => identities.close());

const judged = ({ status, body }: TestResponse<Record<string, unknown>>) => [status, body['code']];
const usersOf = (email: string) => identities.api.sql('SELECT 1 FROM auth.users WHERE email = $1', [email]);

describe('signing in with Google', () => {
  it('makes an account without a password once and signs in to it from then on', async () => {
    const { sub, email } = await identities.atGoogle();
    const first = await identities.signIn('google', sub);
    expect(first.body).toMatchObject({ user: { email, name: 'Asha Rao', emailVerified: false, role: 'owner' } });
    const again = await identities.signIn('google', sub);
    expect(again.body['user']).toEqual(first.body['user']);
    expect((await identities.callerOf(again).get('/api/auth/identities')).body).toEqual({
      identities: [expect.objectContaining({ provider: 'google', email })],
      hasPassword: false,
    });
    const activity = await identities
      .callerOf(again)
      .get<{ entries: { act: string; method: string }[] }>('/api/auth/audit');
    expect(activity.body.entries[0]).toMatchObject({ act: 'sign-in.succeeded', method: 'google' });
    const anyPassword = await identities.anonymous.post('/api/login', { body: { email, password: '' } });
    expect(judged(anyPassword)).toEqual([401, 'credentials.wrong']);
  });

  it('knows a person by the id of the provider, whatever their address is now', async () => {
    const { sub, email } = await identities.atGoogle();
    const { body } = await identities.signIn('google', sub);
    await identities.google.account(sub, { email: 'moved@example.in', email_verified: true });
    expect((await identities.signIn('google', sub)).body['user']).toEqual(body['user']);
    const newcomer = await identities.atGoogle({ email });
    expect(judged(await identities.signIn('google', newcomer.sub))).toEqual([409, 'identity.account-exists']);
  });

  it('rejects an address that the provider has not verified', async () => {
    const { sub, email } = await identities.atGoogle({ email_verified: false });
    expect(judged(await identities.signIn('google', sub))).toEqual([403, 'identity.email-unverified']);
    expect(await usersOf(email)).toEqual([]);
  });

  it('connects nothing by an address, not even a verified one', async () => {
    const owner = await registerPerson(identities.api.app);
    await identities.verify(owner);
    const { sub } = await identities.atGoogle({ email: owner.user.email });
    expect(judged(await identities.signIn('google', sub))).toEqual([409, 'identity.account-exists']);
    expect((await owner.api.get('/api/auth/identities')).body['identities']).toEqual([]);
  });

  it('asks for the second factor, and signs no blocked person in', async () => {
    const { sub } = await identities.atGoogle();
    const person = {
      ...(await identities.signIn('google', sub)).body,
      api: identities.callerOf(await identities.signIn('google', sub)),
    };
    const nextCode = await enrol(identities.api, person as never);
    const challenged = await identities.signIn('google', sub);
    expect(Object.keys(challenged.body)).toEqual(['challenge']);
    const answered = await identities.anonymous.post('/api/login/second-factor', {
      body: { ...challenged.body, code: nextCode() },
    });
    expect(answered.status).toBe(200);
    await identities.api.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [
      (answered.body['user'] as { id: string }).id,
    ]);
    expect(judged(await identities.signIn('google', sub))).toEqual([403, 'account.blocked']);
  });
});

describe('an answer that is not the one to the request of this browser', () => {
  it('rejects one without the cookie, and with that of another browser', async () => {
    const { sub } = await identities.atGoogle();
    const [mine, other] = [await identities.begin('google'), await identities.begin('google')];
    const answer = await identities.visit(mine.url, sub);
    expect(judged(await identities.complete('google', '', answer))).toEqual([401, 'identity.rejected']);
    expect(judged(await identities.complete('google', other.cookie, answer))).toEqual([401, 'identity.rejected']);
    expect(judged(await identities.complete('google', `${mine.cookie}x`, answer))).toEqual([401, 'identity.rejected']);
    expect((await identities.complete('google', mine.cookie, answer)).status).toBe(200);
  });

  it('rejects a missing and a wrong state', async () => {
    const { sub } = await identities.atGoogle();
    for (const state of [undefined, 'another']) {
      const { url, cookie } = await identities.begin('google');
      const { state: _, ...rest } = await identities.visit(url, sub);
      const answer = state === undefined ? rest : { ...rest, state };
      expect(judged(await identities.complete('google', cookie, answer))).toEqual([401, 'identity.rejected']);
    }
  });

  it('rejects a code that was used before, and the code of another request', async () => {
    const { sub } = await identities.atGoogle();
    const [mine, other] = [await identities.begin('google'), await identities.begin('google')];
    const [answer, theirs] = [await identities.visit(mine.url, sub), await identities.visit(other.url, sub)];
    // The verifier of PKCE is not that of the other request.
    const injected = { ...answer, code: String(theirs['code']) };
    expect(judged(await identities.complete('google', mine.cookie, injected))).toEqual([401, 'identity.rejected']);
    expect((await identities.complete('google', mine.cookie, answer)).status).toBe(200);
    expect(judged(await identities.complete('google', mine.cookie, answer))).toEqual([401, 'identity.rejected']);
  });

  it.each<[string, object]>([
    ['another nonce', { claims: { nonce: 'of another request' } }],
    ['another audience', { claims: { aud: 'another-client' } }],
    ['another issuer', { claims: { iss: 'https://accounts.example' } }],
    ['an expiry in the past', { claims: { exp: 1_600_000_000, iat: 1_599_999_000 } }],
    ['claims that were not signed', { forged: { email: 'victim@example.in' } }],
  ])('rejects an ID token with %s', async (_, fault) => {
    const { sub, email } = await identities.atGoogle();
    const { url, cookie } = await identities.begin('google');
    const answer = await identities.visit(url, sub);
    await identities.google.fail(fault);
    expect(judged(await identities.complete('google', cookie, answer))).toEqual([401, 'identity.rejected']);
    expect(await usersOf(email)).toEqual([]);
  });

  it('rejects the answer of one provider in the place of the other', async () => {
    const { sub } = await identities.atGoogle();
    const { url, cookie } = await identities.begin('google');
    const answer = await identities.visit(url, sub);
    expect(judged(await identities.complete('github', cookie, answer))).toEqual([401, 'identity.rejected']);
  });

  it('rejects one that comes after ten minutes, and a refusal at the provider', async () => {
    const { sub } = await identities.atGoogle();
    const late = await identities.begin('google');
    const answer = await identities.visit(late.url, sub);
    identities.api.clock.advance(600);
    expect(judged(await identities.complete('google', late.cookie, answer))).toEqual([401, 'identity.rejected']);
    const { url, cookie } = await identities.begin('google');
    const { state = '' } = await identities.visit(url, sub);
    const refused = await identities.complete('google', cookie, { state, error: 'access_denied' });
    expect(judged(refused)).toEqual([401, 'identity.rejected']);
  });
});

describe('a provider that cannot be reached', () => {
  it('answers 503 where the provider fails, and never 500', async () => {
    const { sub } = await identities.atGoogle();
    const { url, cookie } = await identities.begin('google');
    const answer = await identities.visit(url, sub);
    await identities.google.fail({ status: 502 });
    const failed = await identities.complete('google', cookie, answer);
    expect(judged(failed)).toEqual([503, 'identity.unavailable']);
    identities.github.people.set('busy', { id: 90, login: 'busy', name: null, emails: [] });
    identities.github.apiStatus = 500;
    expect(judged(await identities.signIn('github', 'busy'))).toEqual([503, 'identity.unavailable']);
    identities.github.apiStatus = 200;
  });

  it('answers 503 where nothing listens', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch');
    const { url, cookie } = await identities.begin('github');
    const answer = await identities.visit(url, 'busy');
    fetched.mockRejectedValueOnce(new TypeError('fetch failed'));
    expect(judged(await identities.complete('github', cookie, answer))).toEqual([503, 'identity.unavailable']);
    fetched.mockRestore();
  });
});

describe('signing in with GitHub', () => {
  const somebody = (login: string, email: string, verified = true) =>
    identities.github.people.set(login, {
      id: 1_000 + identities.next(),
      login,
      name: null,
      emails: [
        { email: `other-${email}`, primary: false, verified: true },
        { email, primary: true, verified },
      ],
    });

  it('takes the primary address and the login, and only when the address is verified', async () => {
    somebody('octo', 'octo@example.in');
    expect((await identities.signIn('github', 'octo')).body).toMatchObject({
      user: { email: 'octo@example.in', name: 'octo' },
    });
    expect((await identities.signIn('github', 'octo')).status).toBe(200);
    somebody('cat', 'cat@example.in', false);
    expect(judged(await identities.signIn('github', 'cat'))).toEqual([403, 'identity.email-unverified']);
  });

  it('rejects a code that was used before', async () => {
    const { url, cookie } = await identities.begin('github');
    const answer = await identities.visit(url, 'octo');
    expect((await identities.complete('github', cookie, answer)).status).toBe(200);
    expect(judged(await identities.complete('github', cookie, answer))).toEqual([401, 'identity.rejected']);
  });
});

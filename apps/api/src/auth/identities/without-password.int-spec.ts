import type { TestResponse } from '../../platform/testing/api-caller';
import { mailsTo } from '../../platform/testing/captured-mails';
import { eventually } from '../../platform/testing/eventually';
import { mailedTokens, registerPerson } from '../testing';
import { IdentityTest } from './testing/identity-test';

/** What is real: the API, PostgreSQL, the library, and over HTTP `oidc-provider` for Google; GitHub is a double of three endpoints. */
let identities: IdentityTest;
beforeAll(async () => void (identities = await IdentityTest.start()));
afterAll(() => identities.close());

const judged = ({ status, body }: TestResponse<Record<string, unknown>>) => [status, body['code']];

describe('a person without a password', () => {
  const codesTo = async (email: string) =>
    (await mailsTo(identities.api, email)).flatMap(
      ({ subject }) => /^Your code for Canar: (\w{8})$/.exec(subject)?.[1] ?? [],
    );
  const codeTo = (email: string, expected = 1) =>
    eventually(
      () => codesTo(email),
      (codes) => codes.length >= expected,
    );

  it('confirms with a mailed code, once, in the session that asked for it', async () => {
    const { sub, email } = await identities.atGoogle();
    const [api, elsewhere] = [
      identities.callerOf(await identities.signIn('google', sub)),
      identities.callerOf(await identities.signIn('google', sub)),
    ];
    identities.api.clock.advance(600);
    const leave = () => api.send<Record<string, unknown>>('DELETE', '/api/account');
    expect((await leave()).body).toMatchObject({ code: 'confirmation.required', methods: ['mail'] });
    const confirm = (by: typeof api, body: object) => by.post('/api/auth/confirm', { body });
    expect(judged(await confirm(api, { password: '' }))).toEqual([400, 'confirmation.method']);
    expect((await api.post('/api/auth/confirm/mail')).status).toBe(204);
    const [mailedCode = ''] = await codeTo(email);
    expect(judged(await confirm(elsewhere, { mailedCode }))).toEqual([403, 'second-factor.wrong']);
    expect(judged(await confirm(api, { mailedCode: '00000000' }))).toEqual([403, 'second-factor.wrong']);
    expect((await confirm(api, { mailedCode: mailedCode.toLowerCase() })).status).toBe(204);
    expect(judged(await confirm(api, { mailedCode }))).toEqual([403, 'second-factor.wrong']);
    expect((await leave()).status).toBe(200);
  });

  it('gets a code for ten minutes, few at a time, and only without another proof', async () => {
    const { sub, email } = await identities.atGoogle();
    const api = identities.callerOf(await identities.signIn('google', sub));
    const mail = () => api.post('/api/auth/confirm/mail');
    for (let turn = 0; turn < 3; turn += 1) expect((await mail()).status).toBe(204);
    expect(judged(await mail())).toEqual([429, 'second-factor.too-many']);
    const [mailedCode] = await codeTo(email, 3);
    identities.api.clock.advance(600);
    const late = await api.post('/api/auth/confirm', { body: { mailedCode } });
    expect(judged(late)).toEqual([403, 'second-factor.wrong']);
    const withPassword = await registerPerson(identities.api.app);
    expect(judged(await withPassword.api.post('/api/auth/confirm/mail'))).toEqual([400, 'confirmation.method']);
  });

  it('checks ten wrong codes at once', async () => {
    const { sub } = await identities.atGoogle();
    const api = identities.callerOf(await identities.signIn('google', sub));
    const guesses = [];
    for (let turn = 0; turn < 12; turn += 1)
      guesses.push(judged(await api.post('/api/auth/confirm', { body: { mailedCode: `0000000${turn % 10}` } }))[0]);
    expect(guesses).toEqual([...Array<number>(10).fill(403), 429, 429]);
  });

  it('chooses a password by a mailed link', async () => {
    const { sub, email } = await identities.atGoogle();
    const { body } = await identities.signIn('google', sub);
    await identities.verify(body as never);
    await identities.anonymous.post('/api/auth/forgot-password', { body: { email } });
    const [token] = await mailedTokens(identities.api, email, '/reset-password/');
    const password = 'a quiet phrase of mine';
    const reset = await identities.anonymous.post('/api/auth/reset-password', { body: { token, password } });
    expect(reset.status).toBe(204);
    expect((await identities.anonymous.post('/api/login', { body: { email, password } })).status).toBe(200);
    expect((await identities.signIn('google', sub)).status).toBe(200);
  });
});

describe('pre-hijacking with a provider', () => {
  it('classic-federated merge: connects no identity to a prepared account', async () => {
    const { sub, email } = await identities.atGoogle();
    const attacker = await registerPerson(identities.api.app, { email });
    expect(judged(await identities.signIn('google', sub))).toEqual([409, 'identity.account-exists']);
    await identities.verify(attacker);
    expect(judged(await identities.signIn('google', sub))).toEqual([409, 'identity.account-exists']);
    expect((await attacker.api.get('/api/auth/identities')).body['identities']).toEqual([]);
  });

  it('non-verifying provider: is cut off when the owner of the address resets', async () => {
    const { sub, email } = await identities.atGoogle({ email: 'owner-of-mailbox@example.in' });
    const attacker = await identities.signIn('google', sub);
    expect(attacker.body['user']).toMatchObject({ email, emailVerified: false });
    await identities.anonymous.post('/api/auth/forgot-password', { body: { email } });
    const [token] = await mailedTokens(identities.api, email, '/reset-password/');
    const password = 'the phrase of its owner';
    await identities.anonymous.post('/api/auth/reset-password', { body: { token, password } });
    await eventually(
      () => identities.callerOf(attacker).get('/api/user'),
      ({ status }) => status === 401,
    );
    expect(judged(await identities.signIn('google', sub))).toEqual([409, 'identity.account-exists']);
    expect((await identities.anonymous.post('/api/login', { body: { email, password } })).status).toBe(200);
  });
});

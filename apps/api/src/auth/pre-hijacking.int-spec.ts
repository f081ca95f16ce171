import { eventually } from '../platform/testing/eventually';
import { RecoveryTest } from './recovery/testing';
import { mailedTokens, type Person, registerPerson } from './testing';

/**
 * What somebody can prepare in an account with another person's address, before that person comes. The kinds are those
 * of Sudhodanan and Paverd, "Pre-hijacked accounts" (USENIX Security 2022).
 */
let recovery: RecoveryTest;
beforeAll(async () => {
  recovery = await RecoveryTest.start();
});
afterAll(() => recovery.close());

const code = async (answer: Promise<{ status: number; body: Record<string, unknown> }>) => (await answer).body['code'];
const changeTo = (person: Person, email: string) => person.api.post('/api/auth/email-change', { body: { email } });

describe('pre-hijacking', () => {
  it('unexpired session: ends the session of who registered when the owner resets', async () => {
    const attacker = await registerPerson(recovery.api.app);
    expect((await attacker.api.get('/api/user')).status).toBe(200);
    expect((await recovery.reset(await recovery.resetToken(attacker))).status).toBe(204);
    await eventually(
      () => attacker.api.get('/api/user'),
      ({ status }) => status === 401,
    );
    const refresh = await recovery.anonymous.post('/api/auth/refresh', { headers: { cookie: attacker.cookie } });
    expect(refresh.status).toBe(401);
  });

  it('trojan identifier: adds none to an account with an unverified address', async () => {
    const attacker = await registerPerson(recovery.api.app);
    expect(await code(attacker.api.post('/api/auth/second-factor'))).toBe('email.unverified');
    expect(await code(attacker.api.post('/api/auth/passkeys/options'))).toBe('email.unverified');
    expect(await code(changeTo(attacker, 'attacker@example.in'))).toBe('email.unverified');
  });

  it('pending e-mail change: neither withholds an address from its owner nor takes it', async () => {
    const attacker = await registerPerson(recovery.api.app);
    await recovery.post('verify-email', { token: await recovery.verifyToken(attacker) });
    expect((await changeTo(attacker, 'victim@example.in')).status).toBe(201);
    const [token = ''] = await mailedTokens(recovery.api, 'victim@example.in', '/change-email/');
    const victim = await registerPerson(recovery.api.app, { email: 'victim@example.in' });
    expect((await recovery.post('email-change/confirm', { token })).status).toBe(401);
    expect((await victim.api.get('/api/user')).body).toMatchObject({ id: victim.user.id, email: 'victim@example.in' });
    expect((await attacker.api.get('/api/user')).body).toMatchObject({ email: attacker.user.email });
  });

  it('pending e-mail change: ends with the reset of the owner of the address', async () => {
    const account = await registerPerson(recovery.api.app);
    await recovery.post('verify-email', { token: await recovery.verifyToken(account) });
    await changeTo(account, 'elsewhere@example.in');
    const [token = ''] = await mailedTokens(recovery.api, 'elsewhere@example.in', '/change-email/');
    await recovery.reset(await recovery.resetToken(account));
    expect((await recovery.post('email-change/confirm', { token })).status).toBe(401);
  });
});

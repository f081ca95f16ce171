import { ApiCaller } from '../../platform/testing/api-caller';
import { SuppressedAddresses } from '../../platform/mail/suppressed-addresses';
import { startTestApp, type TestApp } from '../../test-app';
import { makeOperator, mailedTokens, type Operator, registerPerson } from '../testing';
import { act, actsOf, find, login, outcome, reason } from './testing';

/** What is real: the API over PostgreSQL, with its jobs. The clock stands still unless moved. */
let test: TestApp;
let anonymous: ApiCaller;
let operator: Operator;
beforeAll(async () => {
  test = await startTestApp();
  anonymous = new ApiCaller(test.app);
});
afterAll(() => test.close());

// Access tokens last for fifteen minutes, and the clock moves.
beforeEach(async () => {
  operator = await makeOperator(test);
});

describe('an account, as operators see it', () => {
  it('finds an account by its exact address in any case, or by its id', async () => {
    const person = await registerPerson(test.app);
    const { id, email, tenantId } = person.user;
    const byAddress = await find(operator.api, { email: email.toUpperCase() });
    expect(byAddress.body).toMatchObject({
      id,
      email,
      emailVerified: false,
      blockedAt: null,
      sessions: 1,
      operator: false,
      tenants: [{ id: tenantId, role: 'owner', closedAt: null }],
    });
    expect((await find(operator.api, { id })).body).toEqual(byAddress.body);
    expect((await find(operator.api, { email: email.slice(0, -1) })).status).toBe(404);
    expect((await find(operator.api, { id: tenantId })).status).toBe(404);
  });

  it('shows nothing that its person wrote, and no secret', async () => {
    const person = await registerPerson(test.app);
    await person.api.post('/api/profiles', { body: { title: 'A secret title' } });
    const { body, text } = await operator.api.get(`/api/operator/accounts/${person.user.id}`);
    expect(Object.keys(body).sort()).toEqual([
      'blockedAt',
      'createdAt',
      'email',
      'emailVerified',
      'id',
      'locale',
      'name',
      'operator',
      'releasedAt',
      'secondFactorSince',
      'sessions',
      'suppression',
      'tenants',
    ]);
    expect(text).not.toContain('secret title');
  });
});

describe('what operators do to an account', () => {
  it('blocks at once and unblocks, and deletes nothing of the account', async () => {
    const person = await registerPerson(test.app);
    expect((await person.api.get('/api/user')).status).toBe(200);
    expect((await act(operator, person, 'block')).status).toBe(204);
    expect((await person.api.get('/api/user')).status).toBe(401);
    expect(outcome(await login(anonymous, person))).toEqual([403, 'account.blocked']);
    expect((await act(operator, person, 'block')).status).toBe(204);
    expect((await act(operator, person, 'unblock')).status).toBe(204);
    expect((await login(anonymous, person)).status).toBe(200);
    const stored = await test.sql(
      'SELECT act, reason, operator_id FROM auth.operator_acts WHERE user_id = $1 ORDER BY at, id',
      [person.user.id],
    );
    expect(stored).toEqual(
      ['operator.account-blocked', 'operator.account-unblocked'].map((name) => ({
        act: name,
        reason,
        operator_id: operator.user.id,
      })),
    );
  });

  it('blocks no operator’s own account, and unblocks none that lost its address', async () => {
    expect(outcome(await act(operator, operator, 'block'))).toEqual([409, 'operator.own-account']);
    const person = await registerPerson(test.app);
    const [token = ''] = await mailedTokens(test, person.user.email, '/verify-email/');
    await anonymous.post('/api/auth/release-address', { body: { token } });
    expect(outcome(await act(operator, person, 'unblock'))).toEqual([409, 'account.released']);
  });

  it('ends sessions, and the person reads of it', async () => {
    const person = await registerPerson(test.app);
    expect((await act(operator, person, 'end-sessions')).status).toBe(204);
    expect((await person.api.get('/api/user')).status).toBe(401);
    const { accessToken } = (await login(anonymous, person)).body;
    const api = anonymous.with({ authorization: `Bearer ${String(accessToken)}` });
    expect(await actsOf({ ...person, api })).toContain('operator.sessions-ended');
  });

  it('mails the verification again, and lifts a complaint', async () => {
    const person = await registerPerson(test.app);
    await mailedTokens(test, person.user.email, '/verify-email/');
    const suppressed = test.app.get(SuppressedAddresses, { strict: false });
    await suppressed.suppress([person.user.email], 'complaint');
    const shown = async () => (await operator.api.get(`/api/operator/accounts/${person.user.id}`)).body['suppression'];
    expect(await shown()).toBe('complaint');
    expect((await act(operator, person, 'lift-suppression')).status).toBe(204);
    expect(await shown()).toBeNull();
    test.clock.advance(300);
    expect((await act(operator, person, 'resend-verification')).status).toBe(204);
    expect(await mailedTokens(test, person.user.email, '/verify-email/', 2)).toHaveLength(2);
  });
});

describe('the audit of operators', () => {
  it('lists the acts of all operators with their reasons, page by page', async () => {
    const person = await registerPerson(test.app);
    for (const name of ['block', 'unblock', 'end-sessions']) {
      test.clock.advance(1);
      await act(operator, person, name, { reason: `${reason} ${name}` });
    }
    type Page = { acts: Record<string, unknown>[]; nextCursor: string };
    const first = await operator.api.get<Page>('/api/operator/audit?limit=2');
    const second = await operator.api.get<Page>(`/api/operator/audit?limit=1&cursor=${first.body.nextCursor}`);
    expect([...first.body.acts, ...second.body.acts]).toMatchObject(
      [
        ['operator.sessions-ended', 'end-sessions'],
        ['operator.account-unblocked', 'unblock'],
        ['operator.account-blocked', 'block'],
      ].map(([name, word]) => ({
        act: name,
        reason: `${reason} ${word}`,
        userId: person.user.id,
        operatorId: operator.user.id,
      })),
    );
  });

  it('shows an account’s own log to operators, and stores that they looked', async () => {
    const person = await registerPerson(test.app);
    await find(operator.api, { id: person.user.id });
    const url = `/api/operator/accounts/${person.user.id}/audit`;
    const { entries } = (await operator.api.get<{ entries: { act: string }[] }>(url)).body;
    expect(entries.map(({ act: name }) => name).sort()).toEqual(['account.registered', 'operator.account-viewed']);
    expect(await actsOf(person)).toContain('operator.account-viewed');
  });

  it('changes and deletes no act of an operator', async () => {
    for (const sql of ['UPDATE auth.operator_acts SET reason = $$x$$', 'DELETE FROM auth.operator_acts'])
      await expect(test.sql(sql)).rejects.toThrow('append-only');
  });
});

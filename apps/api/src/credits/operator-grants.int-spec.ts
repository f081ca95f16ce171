import { randomUUID } from 'node:crypto';
import { makeOperator, type Operator, type Person, registerPerson } from '../auth/testing';
import { startTestApp, type TestApp } from '../test-app';
import { brokenRules } from './testing';

/** What is real: the API over PostgreSQL. The clock stands still unless moved. */
let test: TestApp;
let operator: Operator;
let person: Person;
beforeAll(async () => {
  test = await startTestApp();
  [operator, person] = [await makeOperator(test), await registerPerson(test.app)];
});
afterAll(() => test.close());

const grant = (fields: object = {}, key: string = randomUUID()) =>
  operator.api.post('/api/operator/grants', {
    body: { tenantId: person.user.tenantId, credits: 50, reason: 'Ticket 4711', ...fields },
    headers: { 'idempotency-key': key },
  });
const balanceOf = async () => (await person.api.get('/api/credits')).body['balance'];

describe('credits that an operator grants', () => {
  it('grants once for one key, with an entry that its owner reads', async () => {
    const key = randomUUID();
    const answers = await Promise.all([grant({}, key), grant({}, key)]);
    expect(answers.map(({ status, text }) => [status, text])).toEqual(Array(2).fill([201, answers[0]?.text]));
    expect(await balanceOf()).toBe(50);
    const shown = await operator.api.get(`/api/operator/tenants/${person.user.tenantId}/credits`);
    expect(shown.body).toMatchObject({
      balance: 50,
      expiring: [{ amount: 50, expiresAt: answers[0]?.body['expiresAt'] }],
    });
    const audit = await person.api.get<{ entries: { act: string }[] }>('/api/auth/audit');
    expect(audit.body.entries.map(({ act }) => act)).toContain('operator.credits-granted');
    const acts = await test.sql('SELECT reason, subject, tenant_id FROM auth.operator_acts WHERE act = $1', [
      'operator.credits-granted',
    ]);
    const { reference } = answers[0]?.body ?? {};
    expect(acts).toEqual([{ reason: 'Ticket 4711', subject: reference, tenant_id: person.user.tenantId }]);
    expect(await brokenRules(test, person.user.tenantId)).toEqual([]);
  });

  it('takes back what is left of a grant, once for one key', async () => {
    const { reference } = (await grant({ credits: 30 })).body;
    const before = Number(await balanceOf());
    const url = `/api/operator/tenants/${person.user.tenantId}/take-backs`;
    const takeBack = (credits: number, key: string = randomUUID(), of = reference) =>
      operator.api.post(url, {
        body: { reference: of, credits, reason: 'Ticket 12' },
        headers: { 'idempotency-key': key },
      });
    const key = randomUUID();
    const answers = [await takeBack(10, key), await takeBack(10, key), await takeBack(25)];
    expect(answers.map(({ body }) => body['credits'])).toEqual([10, 10, 20]);
    expect(await balanceOf()).toBe(before - 30);
    expect((await takeBack(1, randomUUID(), randomUUID())).status).toBe(404);
    const { grants } = (
      await operator.api.get<{ grants: object[] }>(`/api/operator/tenants/${person.user.tenantId}/grants`)
    ).body;
    expect(grants).toContainEqual(expect.objectContaining({ reference, granted: 30, spent: 0, left: 0 }));
    const acts = await test.sql('SELECT count(*)::int AS n FROM auth.operator_acts WHERE act = $1 AND subject = $2', [
      'operator.credits-taken-back',
      reference,
    ]);
    expect(acts).toEqual([{ n: 2 }]);
    expect(await brokenRules(test, person.user.tenantId)).toEqual([]);
  });

  it('expires them after the days that were named', async () => {
    const before = Number(await balanceOf());
    await grant({ credits: 7, days: 1 });
    expect(await balanceOf()).toBe(before + 7);
    test.clock.advance(86_400);
    const { accessToken } = (
      await operator.api.post('/api/login', { body: { email: person.user.email, password: person.password } })
    ).body;
    person = { ...person, api: person.api.with({ authorization: `Bearer ${String(accessToken)}` }) };
    expect(await balanceOf()).toBe(before);
  });

  it('grants nothing without key, reason or tenant, and no fractions', async () => {
    const { accessToken } = await signedInAgain();
    operator = { ...operator, api: operator.api.with({ authorization: `Bearer ${accessToken}` }) };
    const before = await balanceOf();
    const refused = [{ reason: '' }, { credits: 0 }, { credits: 1.5 }, { credits: 100_001 }, { days: 0 }];
    for (const fields of refused) expect([fields, (await grant(fields)).status]).toEqual([fields, 400]);
    expect((await grant({}, '')).status).toBe(400);
    expect((await grant({ tenantId: randomUUID() })).status).toBe(404);
    expect(await balanceOf()).toBe(before);
  });
});

/** The operator signs in again a day later, with a code. */
async function signedInAgain(): Promise<{ accessToken: string }> {
  const { email } = operator.user;
  const { challenge } = (await operator.api.post('/api/login', { body: { email, password: operator.password } })).body;
  const code = operator.nextCode();
  return (await operator.api.post<{ accessToken: string }>('/api/login/second-factor', { body: { challenge, code } }))
    .body;
}

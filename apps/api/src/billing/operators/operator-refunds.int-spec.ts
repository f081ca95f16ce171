import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { makeOperator, type Operator, type Person } from '../../auth/testing';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { actAtSandbox } from '../testing';
import { openAtProvider } from '../testing/open-at-provider';
import { razorpayDouble } from '../testing/razorpay-double';
import { SandboxEvents } from '../testing/sandbox-events';
import { stripeDouble } from '../testing/stripe-double';
import type { ProviderReport, TestedProvider } from '../testing/tested-provider';

/** What is real: the API over PostgreSQL; payment providers are doubles. The clock stands still unless moved. */
const doubles = [razorpayDouble(), stripeDouble()];
const price = 199_900;
let test: TestApp;
let events: SandboxEvents;
let operator: Operator;
beforeAll(async () => {
  const variables: Record<string, string> = {};
  for (const provider of doubles) Object.assign(variables, provider.variables(await provider.double.start()));
  test = await startTestApp({ ...variables, PAYMENT_PROVIDERS: 'sandbox,razorpay,stripe' });
  for (const { refunds } of doubles) refunds.now = () => test.clock.now();
  events = new SandboxEvents(test);
  operator = await makeOperator(test);
});
afterAll(async () => {
  await test.close();
  await Promise.all(doubles.map(({ double }) => double.stop()));
});

type Listed = { payments: Record<string, unknown>[] };
const payments = async ({ user }: Person) =>
  (await operator.api.get<Listed>(`/api/operator/tenants/${user.tenantId}/payments`)).body.payments;
const idOf = async (person: Person) => String((await payments(person))[0]?.['id']);

const refund = (
  { user: { tenantId } }: Person,
  body: { paymentId: string; amount: number },
  key: string = randomUUID(),
  api = operator.api,
) =>
  api.post<Record<string, unknown>>(`/api/operator/tenants/${tenantId}/refunds`, {
    body: { reason: 'Ticket 4711', ...body },
    headers: { 'idempotency-key': key },
  });

async function buy(): Promise<{ person: Person; id: string; paymentId: string }> {
  const { person, id } = await events.open();
  await actAtSandbox(person, id, 'pay');
  return { person, id, paymentId: await idOf(person) };
}

const standing = async ({ api }: Person) => {
  const { canEdit } = (await api.get('/api/subscription')).body;
  return { canEdit, balance: (await api.get('/api/credits')).body['balance'] };
};
const creditNotes = ({ user: { tenantId } }: Person) =>
  test.sql("SELECT amount::int FROM billing.invoices WHERE tenant_id = $1 AND kind = 'credit_note'", [tenantId]);
const acts = ({ user: { tenantId } }: Person) =>
  test.sql('SELECT act, reason, operator_id AS operator FROM auth.operator_acts WHERE tenant_id = $1', [tenantId]);

describe.each(doubles)('a refund at $name', (provider: TestedProvider) => {
  function deliver(reported: ProviderReport) {
    const body = provider.event(reported);
    const headers = provider.sign(body, test.clock.now());
    return new ApiCaller(test.app).post(`/api/billing/webhooks/${provider.name}`, { body, headers });
  }
  async function paid() {
    const opened = await openAtProvider(test, provider);
    await deliver(opened.reported);
    return { ...opened, paymentId: await idOf(opened.person) };
  }
  const refundOf = (reported: ProviderReport, outcome: 'refunded' | 'refund failed', amount = price) => {
    const [made] = [...provider.refunds.given.values()].filter(({ payment }) => payment === reported.paymentId);
    return { ...reported, id: randomUUID(), outcome, amount, refundId: made?.id ?? 'none' };
  };
  afterEach(() => {
    provider.refunds.outcome = 'refunded';
    expect(provider.double.faults).toEqual([]);
  });

  it('gives money back once for one key and ends the period', async () => {
    const { person, paymentId, reported } = await paid();
    const before = provider.refunds.given.size;
    const key = randomUUID();
    const answers = await Promise.all([1, 2].map(() => refund(person, { paymentId, amount: price }, key)));
    expect(answers.map(({ status, body }) => [status, body['status']])).toEqual(Array(2).fill([201, 'refunded']));
    expect((await refund(person, { paymentId, amount: price }, key)).text).toBe(answers[0]?.text);
    expect((await deliver(refundOf(reported, 'refunded'))).status).toBe(204);
    expect(provider.refunds.given.size).toBe(before + 1);
    expect(await standing(person)).toEqual({ canEdit: false, balance: 0 });
    expect(await creditNotes(person)).toEqual([{ amount: price }]);
    const act = { act: 'operator.refund-requested', reason: 'Ticket 4711', operator: operator.user.id };
    expect(await acts(person)).toEqual([act]);
  });

  it('asks again under the same key after an answer that was lost', async () => {
    const { person, paymentId } = await paid();
    const key = randomUUID();
    provider.double.isDown = true;
    const lost = await refund(person, { paymentId, amount: 1000 }, key);
    provider.double.isDown = false;
    expect([lost.status, lost.body['code']]).toEqual([503, 'payment.unavailable']);
    expect((await payments(person))[0]).toMatchObject({ refunded: 0, requested: 1000 });
    expect((await refund(person, { paymentId, amount: 1000 }, key)).status).toBe(201);
    expect((await payments(person))[0]).toMatchObject({ refunded: 1000, requested: 0 });
    expect(await acts(person)).toHaveLength(1);
  });

  it('lets a retry refund what the provider rejected', async () => {
    const { person, paymentId } = await paid();
    const key = randomUUID();
    provider.refunds.outcome = 'rejected';
    const rejected = await refund(person, { paymentId, amount: price }, key);
    expect([rejected.status, rejected.body['code']]).toEqual([409, 'refund.rejected']);
    expect(await standing(person)).toEqual({ canEdit: true, balance: 500 });
    provider.refunds.outcome = 'refunded';
    expect((await refund(person, { paymentId, amount: price }, key)).status).toBe(201);
    expect(await standing(person)).toEqual({ canEdit: false, balance: 0 });
  });

  it('counts a pending refund as requested until it fails, and calls a person', async () => {
    const { person, paymentId, reported } = await paid();
    provider.refunds.outcome = 'pending';
    const asked = await refund(person, { paymentId, amount: price });
    expect([asked.status, asked.body['status']]).toEqual([201, 'pending']);
    expect((await refund(person, { paymentId, amount: 100 })).body['code']).toBe('refund.too-large');
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const failed = refundOf(reported, 'refund failed');
    for (const report of [failed, failed]) expect((await deliver(report)).status).toBe(204);
    expect(alarm.mock.calls.map(([facts]) => (facts as { alarm: string }).alarm)).toEqual(['billing.refund-failed']);
    alarm.mockRestore();
    expect((await payments(person))[0]).toMatchObject({ refunded: 0, requested: 0 });
    expect(await standing(person)).toEqual({ canEdit: true, balance: 500 });
  });
});

describe('a refund by an operator', () => {
  it('shows what was spent, and takes back the unspent part of a partial refund', async () => {
    const { person, paymentId } = await buy();
    await events.spend(person);
    expect(await payments(person)).toMatchObject([
      { amount: price, refunded: 0, requested: 0, disputed: false, credits: { granted: 500, spent: 5, left: 495 } },
    ]);
    await refund(person, { paymentId, amount: 66_633 });
    expect(await standing(person)).toEqual({ canEdit: true, balance: 495 - 166 });
    expect(await payments(person)).toMatchObject([
      { refunded: 66_633, credits: { granted: 500, spent: 5, left: 495 - 166 } },
    ]);
  });

  it('gives no more back than was paid, also when asked for twice at once', async () => {
    const { person, paymentId } = await buy();
    const answers = await Promise.all([1, 2].map(() => refund(person, { paymentId, amount: 120_000 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await creditNotes(person)).toEqual([{ amount: 120_000 }]);
  });

  it('needs a recent code, a reason, an amount and a payment of the tenant', async () => {
    const [one, other] = [await buy(), await buy()];
    const whole = { paymentId: one.paymentId, amount: price };
    expect((await refund(one.person, whole, randomUUID(), one.person.api)).status).toBe(404);
    expect((await refund(one.person, { ...whole, amount: 99 })).status).toBe(400);
    expect((await refund(other.person, whole)).status).toBe(404);
    test.clock.advance(601);
    const late = await refund(one.person, whole);
    expect([late.status, late.body['code']]).toEqual([403, 'confirmation.required']);
    await operator.api.post('/api/auth/confirm', { body: { code: operator.nextCode() } });
    expect(await standing(one.person)).toEqual({ canEdit: true, balance: 500 });
  });
});

describe('money that bought nothing', () => {
  async function second() {
    const { person, id } = await buy();
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    await events.deliver(events.captured(id, { id: `second ${id}`, paymentId: `second of ${id}` }));
    alarm.mockRestore();
    const waiting = await find(person);
    return { person, id: String(waiting?.['id']) };
  }
  const find = async ({ user }: Person) =>
    (await operator.api.get<Listed>('/api/operator/unmatched-payments')).body.payments.find(
      ({ tenantId }) => tenantId === user.tenantId,
    );

  it('lists money that bought nothing, whose refund leaves what was bought', async () => {
    const { person, id } = await second();
    expect(await find(person)).toMatchObject({ id, reason: 'second', amount: price, currency: 'INR' });
    expect((await refund(person, { paymentId: id, amount: price })).status).toBe(201);
    expect(await find(person)).toBeUndefined();
    expect(await standing(person)).toEqual({ canEdit: true, balance: 500 });
  });

  it('closes money that bought nothing by an explanation, once', async () => {
    const { person, id } = await second();
    const url = `/api/operator/tenants/${person.user.tenantId}/unmatched-payments/${id}/explain`;
    const explain = () => operator.api.post(url, { body: { reason: 'Ticket 12' } });
    expect((await explain()).status).toBe(204);
    expect((await explain()).status).toBe(404);
    expect(await find(person)).toBeUndefined();
    expect(await acts(person)).toEqual([
      { act: 'operator.payment-explained', reason: 'Ticket 12', operator: operator.user.id },
    ]);
  });
});

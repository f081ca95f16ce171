import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { type Person, registerPerson } from '../../auth/testing';
import { expiringCredits } from '../../credits/testing';
import { startTestApp, type TestApp } from '../../test-app';
import type { PlanId } from '../domain/plans';
import type { Subscription } from '../dto/billing.dto';
import { actAtSandbox, openCheckout, signInAgain, subscribe } from '../testing';
import { SandboxEvents } from '../testing/sandbox-events';

const day = 86_400;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const inDays = (days: number) => new Date(test.clock.now().getTime() + days * day * 1000);
const change = ({ api }: Person, plan: PlanId, key: string = randomUUID()) =>
  api.post<Record<string, unknown> & { amount: { amount: number } }>('/api/subscription/change', {
    body: { plan },
    headers: { 'idempotency-key': key },
  });
const subscriptionOf = async ({ api }: Person) => (await api.get<Subscription>('/api/subscription')).body;

/** A customer some days after buying a plan. */
async function customer(plan: PlanId, days: number): Promise<Person> {
  const person = await registerPerson(test.app);
  await subscribe(person, plan);
  test.clock.advance(days * day);
  return signInAgain(test, person);
}

/** What unused days of Basic take off the price of Premium, in paise. */
const priceAfter = (days: number) => 299_900 - Math.ceil((199_900 * (30 - days)) / 30);

describe('an upgrade', () => {
  it('begins an upgrade at once, reduced by the unused time of the old period', async () => {
    const person = await customer('basic', 10);
    const price = { amount: priceAfter(10), currency: 'INR' };
    expect((await subscriptionOf(person)).upgrade).toEqual({ plan: 'premium', price });
    const { status, body } = await change(person, 'premium');
    expect([status, body.amount]).toEqual([201, price]);
    await actAtSandbox(person, String(body['checkoutId']), 'pay');
    expect(await subscriptionOf(person)).toMatchObject({
      plan: 'premium',
      periodStart: inDays(0).toISOString(),
      periodEnd: inDays(30).toISOString(),
      features: ['unbranded'],
      upgrade: null,
    });
    expect(await expiringCredits(test, person.user.tenantId)).toEqual([
      { amount: 500, expiresAt: inDays(23) },
      { amount: 1_000, expiresAt: inDays(33) },
    ]);
    const invoices = await test.sql('SELECT amount::int FROM billing.invoices WHERE tenant_id = $1 ORDER BY amount', [
      person.user.tenantId,
    ]);
    expect(invoices).toEqual([{ amount: priceAfter(10) }, { amount: 199_900 }]);
  });

  it('reduces the price by what was not given back alone', async () => {
    const person = await customer('basic', 10);
    const events = new SandboxEvents(test);
    const [order] = await test.sql<{ id: string; payment: string }>(
      'SELECT order_id AS id, provider_payment_id AS payment FROM billing.payments WHERE tenant_id = $1',
      [person.user.tenantId],
    );
    await events.deliver(events.refunded(String(order?.id), 99_950, { paymentId: String(order?.payment) }));
    expect((await change(person, 'premium')).body.amount.amount).toBe(299_900 - Math.ceil((99_950 * 20) / 30));
  });

  it('places one order for an upgrade in a day, whatever the key', async () => {
    const person = await customer('basic', 10);
    const first = await change(person, 'premium');
    test.clock.advance(3_600);
    const again = await change(await signInAgain(test, person), 'premium');
    expect(again.body).toEqual(first.body);
    test.clock.advance(23 * 3_600);
    const tomorrow = await change(await signInAgain(test, person), 'premium');
    expect(tomorrow.body['checkoutId']).not.toBe(first.body['checkoutId']);
    expect(tomorrow.body.amount.amount).toBe(priceAfter(11));
  });

  it('buys nothing for an upgrade that is paid long after it was priced', async () => {
    const person = await customer('basic', 10);
    const { body } = await change(person, 'premium');
    test.clock.advance(25 * 3_600 + 1);
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const events = new SandboxEvents(test);
    const amount = body.amount.amount;
    expect((await events.deliver(events.captured(String(body['checkoutId']), { amount }))).status).toBe(204);
    expect(alarm.mock.calls[0]?.[0]).toMatchObject({ alarm: 'billing.mismatch', reason: 'late' });
    alarm.mockRestore();
    expect(await subscriptionOf(await signInAgain(test, person))).toMatchObject({ plan: 'basic' });
  });

  it('buys nothing for an upgrade that was priced again', async () => {
    const person = await customer('basic', 10);
    const first = await change(person, 'premium');
    test.clock.advance(day);
    const again = await signInAgain(test, person);
    const second = await change(again, 'premium');
    await actAtSandbox(again, String(first.body['checkoutId']), 'pay');
    expect(await subscriptionOf(again)).toMatchObject({ plan: 'basic' });
    await actAtSandbox(again, String(second.body['checkoutId']), 'pay');
    expect(await subscriptionOf(again)).toMatchObject({ plan: 'premium', next: null });
  });

  it.each([
    ['after the newer one was paid', true],
    ['before the newer one is paid', false],
  ])('reduces one price when an older upgrade is reported %s', async (_, isLast) => {
    const person = await customer('basic', 10);
    const events = new SandboxEvents(test);
    const first = await change(person, 'premium');
    test.clock.advance(day / 2);
    const older = events.captured(String(first.body['checkoutId']), { amount: first.body.amount.amount });
    test.clock.advance(day / 2);
    const again = await signInAgain(test, person);
    const second = await change(again, 'premium');
    expect(second.body['checkoutId']).not.toBe(first.body['checkoutId']);
    const pay = () => actAtSandbox(again, String(second.body['checkoutId']), 'pay');
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    for (const report of isLast ? [pay, () => events.deliver(older)] : [() => events.deliver(older), pay])
      await report();
    expect(alarm.mock.calls.map(([facts]) => facts)).toMatchObject([{ alarm: 'billing.mismatch', reason: 'second' }]);
    alarm.mockRestore();
    expect(await subscriptionOf(again)).toMatchObject({
      plan: 'premium',
      periodEnd: inDays(30).toISOString(),
      next: null,
    });
    const [money] = await test.sql(
      `SELECT (SELECT count(*)::int FROM billing.payments p WHERE p.tenant_id = $1) AS payments,
         (SELECT sum(amount)::int FROM billing.unmatched_payments u WHERE u.tenant_id = $1) AS unmatched`,
      [person.user.tenantId],
    );
    expect(money).toEqual({ payments: 2, unmatched: isLast ? priceAfter(10) : priceAfter(11) });
  });

  it('lets the newer upgrade buy once the older one was given back', async () => {
    const person = await customer('basic', 10);
    const events = new SandboxEvents(test);
    const first = await change(person, 'premium');
    const amount = first.body.amount.amount;
    const older = events.captured(String(first.body['checkoutId']), { amount });
    test.clock.advance(day);
    const again = await signInAgain(test, person);
    const second = await change(again, 'premium');
    await events.deliver(older);
    await events.deliver(events.refunded(String(first.body['checkoutId']), amount));
    test.clock.advance(60);
    await actAtSandbox(again, String(second.body['checkoutId']), 'pay');
    expect(await subscriptionOf(again)).toMatchObject({ plan: 'premium', periodStart: inDays(0).toISOString() });
    const unmatched = await test.sql('SELECT 1 FROM billing.unmatched_payments WHERE tenant_id = $1', [
      person.user.tenantId,
    ]);
    expect(unmatched).toEqual([]);
  });

  it('lets the older upgrade say since when, if both are reported within an hour', async () => {
    const person = await customer('basic', 10);
    const events = new SandboxEvents(test);
    const first = await change(person, 'premium');
    test.clock.advance(day - 60);
    const older = events.captured(String(first.body['checkoutId']), { amount: first.body.amount.amount });
    test.clock.advance(60);
    const again = await signInAgain(test, person);
    const second = await change(again, 'premium');
    await actAtSandbox(again, String(second.body['checkoutId']), 'pay');
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    await events.deliver(older);
    await events.deliver({ ...older, id: 'again' });
    expect(alarm).toHaveBeenCalledTimes(1);
    alarm.mockRestore();
    const start = new Date(Number(test.clock.now()) - 60_000).toISOString();
    expect(await subscriptionOf(again)).toMatchObject({ plan: 'premium', periodStart: start, next: null });
  });

  it('needs a running cheaper plan for an upgrade, and nothing paid ahead', async () => {
    const stranger = await registerPerson(test.app);
    expect((await change(stranger, 'premium')).body['code']).toBe('subscription.none');
    const ahead = await customer('basic', 10);
    await subscribe(ahead);
    expect((await change(ahead, 'premium')).body['code']).toBe('subscription.paid-ahead');
  });
});

describe('a cheaper plan', () => {
  it('notes a cheaper plan for the end of the paid time, and takes it back', async () => {
    const person = await customer('premium', 10);
    const effectiveAt = inDays(20).toISOString();
    const answer = await change(person, 'basic');
    expect([answer.status, answer.body]).toEqual([200, { effectiveAt }]);
    expect(await subscriptionOf(person)).toMatchObject({ plan: 'premium', nextPlan: 'basic', periodEnd: effectiveAt });
    expect((await change(person, 'premium')).body).toEqual({ effectiveAt });
    expect((await subscriptionOf(person)).nextPlan).toBeNull();
  });

  it('gives up a chosen plan for the one that is paid next', async () => {
    const person = await customer('premium', 29);
    await change(person, 'basic');
    const { body } = await openCheckout(person, { plan: 'premium' });
    await actAtSandbox(person, body.checkoutId, 'pay');
    expect(await subscriptionOf(person)).toMatchObject({ nextPlan: null, next: { plan: 'premium' } });
    expect((await change(person, 'basic')).body['code']).toBe('subscription.paid-ahead');
  });
});

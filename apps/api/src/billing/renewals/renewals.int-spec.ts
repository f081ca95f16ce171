import { Logger } from '@nestjs/common';
import { registerPerson } from '../../auth/testing';
import { startTestApp, type TestApp } from '../../test-app';
import { plans } from '../domain/plans';
import { SandboxProvider } from '../payments/sandbox-provider';
import { actAtSandbox, openCheckout, signInAgain, subscribeForGood } from '../testing';
import { day, hour, Renewing } from '../testing/renewing';
import { SettleOrder } from '../use-cases/settle-order';
import { RenewTenant } from './use-cases/renew-tenant';

let test: TestApp;
let renewing: Renewing;
let alarm: jest.SpyInstance;
beforeAll(async () => {
  test = await startTestApp();
  renewing = new Renewing(test);
});
afterAll(() => test.close());
beforeEach(() => {
  alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

const inDays = (days: number) => new Date(Number(test.clock.now()) + days * day * 1000).toISOString();

it('renews 36 times, each with its notice, without a refusal, a gap or an overlap', async () => {
  const person = await registerPerson(test.app);
  await subscribeForGood(person);
  const bought = test.clock.now();
  for (let renewal = 1; renewal <= 36; renewal += 1) {
    for (const seconds of [27 * day - 1, 1, 25 * hour - 1, 1, 2 * day - hour]) await renewing.later(seconds);
  }
  expect(await renewing.counted(person)).toEqual({ payments: 37, periods: 37, tries: 36, calledBack: 0, unmatched: 0 });
  const periods = await renewing.rowsOf(person, 'starts_at, ends_at', 'periods');
  const startOf = (index: number) => new Date(Number(bought) + index * 30 * day * 1000);
  expect(periods).toEqual(periods.map((_, index) => ({ starts_at: startOf(index), ends_at: startOf(index + 1) })));
  const early = await test.sql(
    `SELECT 1 FROM billing.renewals r JOIN billing.payments p ON p.tenant_id = r.tenant_id AND p.order_id = r.order_id
     WHERE p.tenant_id = $1 AND p.paid_at < r.noticed_at + interval '24 hours'`,
    [person.user.tenantId],
  );
  expect(early).toEqual([]);
  const numbers = await test.sql<{ years: number; gaps: number }>(
    `SELECT count(DISTINCT financial_year)::int AS years, count(*) FILTER (WHERE position <> expected)::int AS gaps FROM (
       SELECT financial_year, position, row_number() OVER (PARTITION BY financial_year ORDER BY issued_at, id) AS expected
       FROM billing.invoices) i`,
  );
  expect(numbers).toEqual([{ years: 4, gaps: 0 }]);
  const subjects = await renewing.subjectsTo(person);
  expect(subjects.filter((each) => each.startsWith('Your Basic plan at Canar renews on '))).toHaveLength(36);
  expect(subjects.filter((each) => each.includes('ends on'))).toEqual([]);
  expect(alarm).not.toHaveBeenCalled();
}, 120_000);

it('says what is debited and when, and nothing without a consent', async () => {
  const [person, once] = [await registerPerson(test.app), await registerPerson(test.app)];
  const { body } = await openCheckout(once, { plan: 'basic', autoRenew: true });
  await actAtSandbox(once, body.checkoutId, 'pay-once');
  await subscribeForGood(person, 'premium');
  const debitAt = inDays(27 + 25 / 24);
  const autoRenew = { isOn: true, plan: 'premium', price: plans.premium.price, debitAt };
  expect((await renewing.subscriptionOf(person)).autoRenew).toEqual(autoRenew);
  expect((await renewing.subscriptionOf(once)).autoRenew).toBeNull();
  await renewing.later(27 * day);
  expect((await renewing.subscriptionOf(await signInAgain(test, person))).autoRenew).toEqual(autoRenew);
  await renewing.later(25 * hour);
  const { next, autoRenew: after } = await renewing.subscriptionOf(await signInAgain(test, person));
  expect([next?.periodEnd, after?.debitAt]).toEqual([inDays(32 - 1 / 24), inDays(30)]);
  expect(await renewing.counted(once)).toMatchObject({ payments: 1, tries: 0 });
});

it('tries again after a refusal, each with its notice, and never after the grace', async () => {
  const { person, mandate } = await renewing.announced();
  await actAtSandbox(person, mandate, 'refuse');
  const end = new Date((await renewing.subscriptionOf(person)).periodEnd ?? '');
  for (let hours = 0; hours < 8 * 24; hours += 5) await renewing.later(5 * hour);
  const columns = 'noticed_at, announced_at, answered_at';
  const tries = await renewing.rowsOf<Record<string, Date>>(person, columns, 'renewals', 'attempt');
  expect(tries).toHaveLength(4);
  for (const [index, { noticed_at, announced_at, answered_at }] of tries.entries()) {
    expect(Number(answered_at) - Number(noticed_at)).toBeGreaterThanOrEqual(24 * hour * 1000);
    const before = tries[index - 1]?.answered_at ?? announced_at;
    expect(Number(announced_at)).toBeGreaterThanOrEqual(Number(before));
    expect(Number(answered_at)).toBeLessThan(Number(end) + 3 * day * 1000);
  }
  const subjects = await renewing.subjectsTo(person);
  expect(subjects.filter((each) => each === 'Your payment for Canar did not go through')).toHaveLength(4);
  const again = await signInAgain(test, person);
  expect(await renewing.subscriptionOf(again)).toMatchObject({ status: 'expired', autoRenew: null });
  expect(await renewing.rowsOf(person, 'ended_by', 'mandates')).toEqual([{ ended_by: 'subscription' }]);
});

it('renews in the days of grace when a later try succeeds, and loses no day', async () => {
  const { person, mandate } = await renewing.announced();
  const { periodEnd } = await renewing.subscriptionOf(person);
  await actAtSandbox(person, mandate, 'refuse');
  for (const seconds of [0, 25 * hour, 25 * hour]) await renewing.later(seconds);
  await actAtSandbox(await signInAgain(test, person), mandate, 'accept');
  for (const seconds of [0, 25 * hour]) await renewing.later(seconds);
  const { status, periodStart } = await renewing.subscriptionOf(await signInAgain(test, person));
  expect([status, periodStart]).toEqual(['active', periodEnd]);
});

describe('a debit', () => {
  it('counts once after a crash between the debit and its record', async () => {
    const { person } = await renewing.announced();
    const settle = jest.spyOn(test.app.get(SettleOrder), 'execute').mockRejectedValueOnce(new Error('crashed'));
    await expect(renewing.renew()).rejects.toThrow('Renewals that could not go on: 1');
    settle.mockRestore();
    for (const seconds of [60, hour, hour]) await renewing.later(seconds);
    expect(await renewing.counted(person)).toEqual({ payments: 2, periods: 2, tries: 1, calledBack: 0, unmatched: 0 });
  });

  it('happens once when the provider did not answer and is asked again', async () => {
    const { person } = await renewing.announced();
    const sandbox = test.app.get(SandboxProvider);
    jest.spyOn(sandbox, 'debit').mockRejectedValueOnce(new Error('down'));
    await expect(renewing.renew()).rejects.toThrow('Renewals that could not go on: 1');
    for (const seconds of [60, hour]) await renewing.later(seconds);
    expect(await renewing.counted(person)).toMatchObject({ payments: 2, tries: 1 });
  });

  it('happens once, with one notice, by workers at once', async () => {
    const person = await registerPerson(test.app);
    await subscribeForGood(person);
    for (const seconds of [27 * day, 25 * hour, hour]) {
      test.clock.advance(seconds);
      await Promise.all(Array.from({ length: 6 }, () => test.app.get(RenewTenant).execute(person.user.tenantId)));
    }
    expect(await renewing.counted(person)).toEqual({ payments: 2, periods: 2, tries: 1, calledBack: 0, unmatched: 0 });
    expect((await renewing.subjectsTo(person)).filter((each) => each.includes('renews on'))).toHaveLength(1);
  });
});

import { Logger } from '@nestjs/common';
import { type Person, registerPerson } from '../../auth/testing';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { startTestApp, type TestApp } from '../../test-app';
import { plans } from '../domain/plans';
import type { Subscription } from '../dto/billing.dto';
import { actAtSandbox, signInAgain, subscribeForGood } from '../testing';
import { day, hour, Renewing } from '../testing/renewing';

let test: TestApp;
let renewing: Renewing;
beforeAll(async () => {
  test = await startTestApp();
  renewing = new Renewing(test);
});
afterAll(() => test.close());
beforeEach(() => {
  jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

describe('automatic renewal', () => {
  it('ends with the consent at the bank, and its customer hears of it once', async () => {
    const { person, mandate } = await renewing.announced();
    for (let time = 0; time < 2; time += 1) await actAtSandbox(person, mandate, 'revoke');
    await renewing.renew();
    expect(await renewing.counted(person)).toMatchObject({ payments: 1, calledBack: 1 });
    expect((await renewing.subscriptionOf(person)).autoRenew).toBeNull();
    const ended = 'Your Basic plan at Canar no longer renews by itself';
    expect((await renewing.subjectsTo(person)).filter((each) => each === ended)).toHaveLength(1);
    await test.app.get(JobHandlers).work('billing.send-reminders', {});
    expect(await renewing.subjectsTo(person)).toContainEqual(
      expect.stringMatching(/^Your Basic plan at Canar ends on/),
    );
  });

  it('goes off and on again while there is a consent', async () => {
    const person = await registerPerson(test.app);
    const turn = (method: 'PUT' | 'DELETE', as = person) =>
      as.api.send<Subscription & { code: string }>(method, '/api/subscription/auto-renew');
    const refused = await turn('PUT');
    expect([refused.status, refused.body.code]).toEqual([409, 'renewal.mandate']);
    expect((await turn('DELETE')).status).toBe(200);
    await subscribeForGood(person);
    for (const isOn of [false, false, true, true]) {
      expect((await turn(isOn ? 'PUT' : 'DELETE')).body.autoRenew).toMatchObject({ isOn, plan: 'basic' });
    }
    expect(await renewing.rowsOf(person, 'act', 'subscription_acts')).toHaveLength(2);
  });

  it('keeps the price of the purchase and follows the chosen plan', async () => {
    const [same, changed] = [await registerPerson(test.app), await registerPerson(test.app)];
    await subscribeForGood(same);
    await subscribeForGood(changed, 'premium');
    await renewing.change(changed, 'basic');
    const { price } = plans.basic;
    try {
      plans.basic.price = { ...price, amount: price.amount + 50_000 };
      for (const seconds of [27 * day, 25 * hour]) await renewing.later(seconds);
    } finally {
      plans.basic.price = price;
    }
    const paid = (person: Person) =>
      test.sql('SELECT amount::int AS amount FROM billing.payments WHERE tenant_id = $1 ORDER BY paid_at', [
        person.user.tenantId,
      ]);
    expect(await paid(same)).toEqual([{ amount: 199_900 }, { amount: 199_900 }]);
    expect(await paid(changed)).toEqual([{ amount: 299_900 }, { amount: 249_900 }]);
  });

  it('asks for a new consent when an upgrade is dearer than the old one allows', async () => {
    const people = [await registerPerson(test.app), await registerPerson(test.app)] as const;
    const mandates: string[] = [];
    for (const person of people) mandates.push(await subscribeForGood(person));
    const [small, enough] = mandates;
    await test.sql('UPDATE billing.mandates SET maximum = 250000 WHERE order_id = $1', [small]);
    await test.sql('UPDATE billing.sandbox_mandates SET maximum = 250000 WHERE order_id = $1', [small]);
    test.clock.advance(day);
    const upgrades: string[] = [];
    for (const each of people) {
      const person = await signInAgain(test, each);
      const headers = { 'idempotency-key': 'up' };
      const { body } = await person.api.post('/api/subscription/change', { body: { plan: 'premium' }, headers });
      const order = String(body['checkoutId']);
      expect((await actAtSandbox(person, order, 'pay')).body.status).toBe('paid');
      expect((await renewing.subscriptionOf(person)).autoRenew).toMatchObject({ isOn: true, plan: 'premium' });
      upgrades.push(order);
    }
    await renewing.endMandates();
    for (const seconds of [27 * day, 25 * hour]) await renewing.later(seconds);
    for (const [person, mandate] of [
      [people[0], upgrades[0]],
      [people[1], enough],
    ] as const) {
      const [last] = await renewing.rowsOf(person, 'amount::int AS amount', 'payments', 'paid_at DESC');
      expect(last).toEqual({ amount: 299_900 });
      expect(await renewing.rowsOf(person, 'mandate_id', 'renewals')).toEqual([{ mandate_id: mandate }]);
    }
    expect(await renewing.rowsOf(people[0], 'maximum::int, ended_by', 'mandates', 'authorised_at')).toEqual([
      { maximum: 250_000, ended_by: 'replacement' },
      { maximum: 299_900, ended_by: null },
    ]);
  });

  it('goes by the newest consent; the older one is ended at the provider', async () => {
    const { person, mandate } = await renewing.announced();
    const newer = await subscribeForGood(person);
    await renewing.endMandates();
    const ended = await test.sql<{ id: string }>(
      'SELECT order_id AS id FROM billing.sandbox_mandates WHERE ended_at IS NOT NULL AND order_id = ANY($1)',
      [[mandate, newer]],
    );
    expect(ended).toEqual([{ id: mandate }]);
    for (const seconds of [0, 29 * day, 25 * hour]) await renewing.later(seconds);
    const renewals = await renewing.rowsOf(person, 'mandate_id', 'renewals', 'announced_at');
    expect(renewals).toEqual([{ mandate_id: mandate }, { mandate_id: newer }]);
  });

  it.each([
    ['left', (person: Person) => person.api.send('DELETE', '/api/account')],
    [
      'was blocked',
      ({ user: { id } }: Person) =>
        test.sql('UPDATE auth.users SET blocked_at = $2 WHERE id = $1', [id, test.clock.now()]),
    ],
  ])('ends at the provider when its person %s', async (_how, act) => {
    const { person, mandate } = await renewing.announced();
    await act(person);
    await renewing.endMandates();
    const [ended] = await test.sql('SELECT ended_at FROM billing.sandbox_mandates WHERE order_id = $1', [mandate]);
    expect(ended).toEqual({ ended_at: test.clock.now() });
    expect(await renewing.rowsOf(person, 'ended_by', 'mandates')).toEqual([{ ended_by: 'closing' }]);
    await renewing.renew();
    expect(await renewing.counted(person)).toMatchObject({ payments: 1 });
  });

  it('expires with its mandate, and its customer hears of it', async () => {
    const { person, mandate } = await renewing.announced();
    await test.sql('UPDATE billing.mandates SET expires_at = $2 WHERE order_id = $1', [mandate, test.clock.now()]);
    for (let run = 0; run < 2; run += 1) await renewing.renew();
    expect(await renewing.counted(person)).toMatchObject({ payments: 1, calledBack: 1 });
    expect(await renewing.rowsOf(person, 'ended_by', 'mandates')).toEqual([{ ended_by: 'expiry' }]);
    expect((await renewing.subjectsTo(person)).filter((each) => each.includes('no longer renews'))).toHaveLength(1);
  });
});

import { Logger } from '@nestjs/common';
import { type Person, registerPerson } from '../../auth/testing';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { signInAgain } from '../testing';
import { faultsOf } from '../testing/parameter-table';
import { razorpayDouble } from '../testing/razorpay-double';
import { standardCheckout } from '../testing/razorpay-parameters';
import { day, hour, Renewing } from '../testing/renewing';
import { stripeDouble } from '../testing/stripe-double';
import type { ProviderReport, TestedProvider } from '../testing/tested-provider';
import { RenewTenant } from './use-cases/renew-tenant';

const doubles = [razorpayDouble(), stripeDouble()];
let test: TestApp;
let renewing: Renewing;
beforeAll(async () => {
  const variables = {};
  for (const { variables: of, double } of doubles) Object.assign(variables, of(await double.start()));
  test = await startTestApp({ ...variables, PAYMENT_PROVIDERS: 'razorpay,stripe' });
  renewing = new Renewing(test);
  for (const { mandates, refunds } of doubles) mandates.now = refunds.now = () => test.clock.now();
});
afterAll(async () => {
  await test.close();
  await Promise.all(doubles.map(({ double }) => double.stop()));
});
beforeEach(() => {
  jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

/** Opens a checkout of Basic that asks for the consent. */
async function open(provider: TestedProvider): Promise<{ person: Person; orderId: string; url: string }> {
  const person = await registerPerson(test.app);
  const body = { plan: 'basic', autoRenew: true, provider: provider.name };
  const opened = await person.api.post('/api/subscription/checkout', { body, headers: { 'idempotency-key': 'one' } });
  return { person, orderId: String(opened.body['checkoutId']), url: String(opened.body['url']) };
}

it('offers renewal whichever of the providers comes first', async () => {
  const offered = await new ApiCaller(test.app).get('/api/subscription/plans');
  expect(offered.body['canRenew']).toBe(true);
});

describe.each(doubles)('the mandates of $name', (provider: TestedProvider) => {
  const { mandates } = provider;
  beforeEach(() => {
    mandates.isEmpty = false;
  });
  afterEach(() => expect(provider.double.faults).toEqual([]));

  async function deliver(body: string): Promise<void> {
    const headers = provider.sign(body, test.clock.now());
    const answer = await new ApiCaller(test.app).post(`/api/billing/webhooks/${provider.name}`, { body, headers });
    expect(answer.status).toBe(204);
  }

  /** The provider debits what is due and reports it. */
  async function settle(): Promise<void> {
    for (const body of mandates.settle()) await deliver(body);
  }

  /** A person who is about to buy Basic for good. @returns the provider's id of the checkout, and what reports its payment, too */
  async function buying(): Promise<{ person: Person; reference: string; reported: ProviderReport }> {
    const { person, orderId } = await open(provider);
    const [order] = await test.sql('SELECT provider_reference FROM billing.orders WHERE id = $1', [orderId]);
    const reference = String(order?.['provider_reference']);
    const about = { id: `evt_${orderId}`, paymentId: `pay_${orderId}`, amount: 199_900, at: test.clock.now() };
    return { person, reference, reported: { ...about, outcome: 'captured', orderId, reference } };
  }

  /** A person who has done so. */
  async function subscribe(): Promise<{ person: Person; reference: string; reported: ProviderReport }> {
    const bought = await buying();
    await deliver(provider.event(bought.reported));
    return bought;
  }

  it('renew 36 times, none refused', async () => {
    const { person } = await subscribe();
    for (let renewal = 1; renewal <= 36; renewal += 1) {
      for (const seconds of [27 * day, 25 * hour, 25 * hour]) {
        await renewing.later(seconds);
        await settle();
      }
      test.clock.advance(3 * day - 50 * hour);
    }
    const all = { payments: 37, periods: 37, tries: 36, calledBack: 0, unmatched: 0 };
    expect(await renewing.counted(person)).toEqual(all);
  }, 120_000);

  it('debit once, whatever answers are lost, and by workers at once', async () => {
    const { person } = await subscribe();
    await renewing.later(27 * day);
    test.clock.advance(25 * hour);
    const { tenantId } = person.user;
    await Promise.all(Array.from({ length: 4 }, () => test.app.get(RenewTenant).execute(tenantId)));
    for (let hours = 0; hours < 30; hours += 1) await renewing.later(hour);
    const [renewal] = await renewing.rowsOf<{ order_id: string }>(person, 'order_id', 'renewals');
    expect(mandates.debitsOf(renewal?.order_id ?? '')).toBe(1);
    for (let time = 0; time < 2; time += 1) await settle();
    await renewing.renew();
    expect(await renewing.counted(person)).toMatchObject({ payments: 2, tries: 1 });
  });

  it('renew when the event of a debit is lost, because the debit is asked for again', async () => {
    const { person } = await subscribe();
    for (const seconds of [27 * day, 25 * hour, 25 * hour]) await renewing.later(seconds);
    expect(mandates.settle()).not.toEqual([]);
    await renewing.later(hour);
    expect(await renewing.counted(person)).toMatchObject({ payments: 2, tries: 1, unmatched: 0 });
  });

  it('give the money back that was debited after a cancel', async () => {
    const { person } = await subscribe();
    for (const seconds of [27 * day, 25 * hour, 2 * hour]) await renewing.later(seconds);
    await (await signInAgain(test, person)).api.post('/api/subscription/cancel');
    test.clock.advance(day);
    await settle();
    await renewing.renew();
    expect(await renewing.rowsOf(person, 'reason, state', 'unmatched_payments')).toEqual([
      { reason: 'called_back', state: 'refunded' },
    ]);
    expect(await renewing.counted(person)).toMatchObject({ payments: 1, periods: 1 });
  });

  it('try again after a refusal, as long as the grace covers the answer', async () => {
    const { person } = await subscribe();
    mandates.isEmpty = true;
    await renewing.later(27 * day);
    for (let hours = 0; hours < 150; hours += 5) {
      await renewing.later(5 * hour);
      await settle();
    }
    expect(await renewing.counted(person)).toMatchObject({ payments: 1, tries: 2, unmatched: 0 });
    const failed = (await renewing.subjectsTo(person)).filter((each) => each.includes('did not go through'));
    expect(failed).toHaveLength(2);
  });

  it('end here when they are ended at the bank, and then at the provider, too', async () => {
    const { person, reference } = await subscribe();
    await deliver(mandates.endAtBank(reference));
    await deliver(mandates.endOfOthers());
    expect((await renewing.subscriptionOf(person)).autoRenew).toBeNull();
    for (let run = 0; run < 2; run += 1) await renewing.endMandates();
    expect(mandates.isEnded(reference)).toBe(true);
  });

  it('end with their consent when their end is reported first, or at the same time', async () => {
    for (const isAtOnce of [false, true]) {
      const { person, reference, reported } = await buying();
      const ended = deliver(mandates.endAtBank(reference));
      if (!isAtOnce) await ended;
      await Promise.all([ended, deliver(provider.event(reported))]);
      const { autoRenew, status } = await renewing.subscriptionOf(person);
      expect([autoRenew, status]).toEqual([null, 'active']);
      expect((await renewing.subjectsTo(person)).filter((each) => each.includes('no longer renews'))).toHaveLength(1);
      await renewing.endMandates();
      expect(mandates.isEnded(reference)).toBe(true);
    }
  });

  it('end at the provider when their payment was given back or bought nothing', async () => {
    const [refunded, other] = [await subscribe(), await buying()];
    const back = { id: `${refunded.reported.id}_back`, refundId: `rfnd_${refunded.reference}` };
    await deliver(provider.event({ ...refunded.reported, ...back, outcome: 'refunded' }));
    await deliver(provider.event({ ...other.reported, amount: 199_899 }));
    await renewing.renew();
    await renewing.endMandates();
    for (const { person, reference } of [refunded, other]) {
      expect(mandates.isEnded(reference)).toBe(true);
      expect(await renewing.rowsOf(person, 'ended_by', 'mandates')).toEqual([{ ended_by: 'subscription' }]);
    }
  });

  it('debit nothing after their end at the bank, even when its event was lost', async () => {
    const { person, reference } = await subscribe();
    mandates.endAtBank(reference);
    for (const seconds of [27 * day, 25 * hour]) await renewing.later(seconds);
    await settle();
    expect(await renewing.counted(person)).toMatchObject({ payments: 1, unmatched: 0 });
  });

  it('end at the provider with the account of who leaves', async () => {
    const { person, reference } = await subscribe();
    expect((await person.api.send('DELETE', '/api/account')).status).toBe(200);
    await renewing.endMandates();
    expect(mandates.isEnded(reference)).toBe(true);
  });
});

it('opens the standard checkout of Razorpay on a page that states the terms', async () => {
  const { url } = await open(doubles[0] as TestedProvider);
  const { pathname, search } = new URL(url);
  const { text, headers } = await new ApiCaller(test.app).get(`${pathname}${search}`);
  const written = /data-options="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const options = JSON.parse(written ?? '{}') as Record<string, unknown>;
  expect(faultsOf(standardCheckout, options)).toEqual([]);
  expect(options).toMatchObject({ recurring: '1', customer_id: expect.stringMatching(/^cust_/) });
  expect(text).toContain('Renews by itself every 30 days for ₹1,999.00');
  expect(text).toContain('up to ₹2,999.00 each until');
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/script-src 'sha256-[^']+' https:\/\/checkout\.razorpay\.com;/);
  expect(policy).not.toContain("script-src 'unsafe-inline'");
});

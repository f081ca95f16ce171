import { Logger } from '@nestjs/common';
import { type Person, registerPerson } from '../auth/testing';
import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import type { Checkout } from './dto/billing.dto';
import { openAtProvider } from './testing/open-at-provider';
import { faultsOf } from './testing/parameter-table';
import { razorpayDouble } from './testing/razorpay-double';
import { hostedCheckout } from './testing/razorpay-parameters';
import { bought, SandboxEvents, untouched } from './testing/sandbox-events';
import { stripeDouble } from './testing/stripe-double';
import type { ProviderReport, TestedProvider } from './testing/tested-provider';

const doubles = [razorpayDouble(), stripeDouble()];
const variables: Record<string, string> = {};
let test: TestApp;
let anonymous: ApiCaller;
let traces: SandboxEvents['traces'];

beforeAll(async () => {
  for (const provider of doubles) Object.assign(variables, provider.variables(await provider.double.start()));
  test = await startTestApp({ ...variables, PAYMENT_PROVIDERS: 'razorpay,stripe' });
  anonymous = new ApiCaller(test.app);
  const events = new SandboxEvents(test);
  traces = (person, id) => events.traces(person, id);
});
afterAll(async () => {
  await test.close();
  await Promise.all(doubles.map(({ double }) => double.stop()));
});

const checkout = (person: Person, key: string, body: object) =>
  person.api.post<Checkout>('/api/subscription/checkout', { body, headers: { 'idempotency-key': key } });

describe.each(doubles)('the adapter of $name', (provider: TestedProvider) => {
  const open = () => openAtProvider(test, provider);

  function deliver(reported: ProviderReport, sign = provider.sign, to: ApiCaller = anonymous) {
    const body = provider.event(reported);
    return to.post(`/api/billing/webhooks/${provider.name}`, { body, headers: sign(body, test.clock.now()) });
  }

  it('opens a page of the provider, with requests as its documents describe them', async () => {
    const { url, reported } = await open();
    expect(url).toMatch(provider.page);
    expect(reported.reference).toMatch(/^(order_|cs_test_)/);
    expect(provider.double.faults).toEqual([]);
  });

  it('asks for the same checkout after a lost response, and once for a replay', async () => {
    const person = await registerPerson(test.app);
    const before = provider.opened();
    const first = await checkout(person, 'one', { plan: 'basic', provider: provider.name });
    expect((await checkout(person, 'one', { plan: 'basic', provider: provider.name })).body).toEqual(first.body);
    await test.sql('DELETE FROM platform.idempotency_keys WHERE tenant_id = $1', [person.user.tenantId]);
    const again = await checkout(person, 'one', { plan: 'basic', provider: provider.name });
    expect(again.body).toEqual(first.body);
    expect(provider.opened()).toBe(before + 1);
    expect(provider.double.faults).toEqual([]);
  });

  it('keeps the order when the provider is down, and opens its page afterwards', async () => {
    const person = await registerPerson(test.app);
    provider.double.isDown = true;
    const refused = await checkout(person, 'one', { plan: 'basic', provider: provider.name });
    provider.double.isDown = false;
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([503, 'payment.unavailable']);
    const opened = await checkout(person, 'one', { plan: 'basic', provider: provider.name });
    const orders = await test.sql('SELECT id FROM billing.orders WHERE tenant_id = $1', [person.user.tenantId]);
    expect(orders).toEqual([{ id: opened.body.checkoutId }]);
  });

  it('grants once for a payment that is reported by several events, each several times', async () => {
    const { person, id, reported } = await open();
    const again = { ...reported, id: `${reported.id} again` };
    const answers = await Promise.all([reported, reported, again, again].map((each) => deliver(each)));
    expect(answers.map(({ status }) => status)).toEqual(Array(4).fill(204));
    expect(await traces(person, id)).toEqual({ ...bought, events: 2 });
  });

  it('takes note of a failed attempt and accepts the payment that follows', async () => {
    const { person, id, reported } = await open();
    const failed: ProviderReport = {
      ...reported,
      outcome: 'failed',
      id: `${reported.id} failed`,
      paymentId: 'pay_failed',
    };
    expect((await deliver(failed)).status).toBe(204);
    expect(await traces(person, id)).toMatchObject({ status: 'declined', payments: 0 });
    expect((await deliver(reported)).status).toBe(204);
    expect(await traces(person, id)).toEqual({ ...bought, events: 2 });
  });

  it('sets another amount or currency aside', async () => {
    const { person, id, reported } = await open();
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    await deliver({ ...reported, amount: 199_899 });
    await deliver({ ...reported, id: `${reported.id} usd`, paymentId: `${reported.paymentId} usd`, currency: 'USD' });
    alarm.mockRestore();
    expect(await traces(person, id)).toEqual({ ...untouched, status: 'mismatched', unmatched: 2, events: 2 });
  });

  it('takes a refund from the credits, also when reported before its capture', async () => {
    const [one, other] = [await open(), await open()];
    const refund = ({ reported }: typeof one): ProviderReport => ({
      ...reported,
      id: `${reported.id} refund`,
      outcome: 'refunded',
      refundId: `rfnd_${reported.paymentId}`,
      amount: 99_950,
    });
    for (const reported of [one.reported, refund(one), refund(one), refund(other), other.reported]) {
      expect((await deliver(reported)).status).toBe(204);
    }
    for (const { person, id } of [one, other]) {
      expect(await traces(person, id)).toEqual({ ...bought, events: 2 });
      const credits = await person.api.get('/api/credits');
      expect(credits.body['balance']).toBe(250);
    }
    expect(provider.double.faults).toEqual([]);
  });

  it('stores a kind of event that means nothing to us', async () => {
    const { person, id, reported } = await open();
    expect((await deliver({ ...reported, outcome: 'unknown' })).status).toBe(204);
    expect(await traces(person, id)).toEqual(untouched);
    const stored = await test.sql('SELECT order_id FROM billing.provider_events WHERE event_id = $1', [reported.id]);
    expect(stored).toEqual([{ order_id: null }]);
  });

  it('rejects an event with another signature, or none', async () => {
    const { person, id, reported } = await open();
    const otherBody = provider.sign(provider.event({ ...reported, amount: 1 }), test.clock.now());
    const old = (body: string) => provider.sign(body, new Date(Number(test.clock.now()) - 301_000));
    const signs = [
      () => ({}),
      () => otherBody,
      (body: string) => provider.sign(body, test.clock.now(), 'another secret, long enough to be one'),
      ...(provider.datesItsSignatures ? [old] : []),
    ];
    for (const sign of signs) {
      const answer = await deliver(reported, sign as TestedProvider['sign']);
      expect([answer.status, answer.body['code']]).toEqual([400, 'webhook.signature']);
    }
    expect(await traces(person, id)).toEqual(untouched);
  });

  it('rejects a signed event of our order that lacks what it should report', async () => {
    const { person, id, reported } = await open();
    const answer = await deliver({ ...reported, amount: 0.5 });
    expect([answer.status, answer.body['code']]).toEqual([400, 'webhook.unreadable']);
    expect(await traces(person, id)).toEqual(untouched);
  });

  it('still receives events when it is a former provider', async () => {
    const { person, id, reported } = await open();
    const former = await startTestApp({ ...variables, DATABASE_URL: test.database.appUrl });
    try {
      former.clock.advance((Number(test.clock.now()) - Number(former.clock.now())) / 1000);
      expect((await deliver(reported, provider.sign, new ApiCaller(former.app))).status).toBe(204);
    } finally {
      await former.close();
    }
    expect(await traces(person, id)).toEqual({ ...bought, events: 1 });
  });
});

describe('several payment providers', () => {
  it('collects with the first unless the buyer chooses another', async () => {
    const person = await registerPerson(test.app);
    const { body } = await checkout(person, 'one', { plan: 'basic' });
    const orders = await test.sql('SELECT provider FROM billing.orders WHERE id = $1', [body.checkoutId]);
    expect(orders).toEqual([{ provider: 'razorpay' }]);
  });

  it('refuses a provider that is not offered', async () => {
    const person = await registerPerson(test.app);
    const answer = await checkout(person, 'one', { plan: 'basic', provider: 'sandbox' });
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([400, 'payment.provider']);
    expect((await anonymous.post('/api/billing/webhooks/sandbox', { body: '{}' })).status).toBe(404);
  });
});

describe('the page that leads to Razorpay', () => {
  async function open(): Promise<URL> {
    const { body } = await checkout(await registerPerson(test.app), 'one', { plan: 'basic', provider: 'razorpay' });
    return new URL(body.url);
  }

  it('sends the fields of the hosted checkout, and only there', async () => {
    const { pathname, search } = await open();
    const { text, headers } = await anonymous.get(`${pathname}${search}`);
    const inputs = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(inputs.map(([, name, value]) => [name, value?.replaceAll('&amp;', '&')]));
    expect(faultsOf(hostedCheckout, fields)).toEqual([]);
    expect(fields['order_id']).toMatch(/^order_/);
    const endpoint = variables['RAZORPAY_ENDPOINT'];
    expect(text).toContain(`action="${endpoint}/v1/checkout/embedded"`);
    expect(headers['content-security-policy']).toContain(`form-action 'self' ${endpoint};`);
  });

  it('answers 404 without its secret', async () => {
    const { pathname } = await open();
    expect((await anonymous.get(pathname)).status).toBe(404);
    expect((await anonymous.get(`${pathname}?secret=${'x'.repeat(43)}`)).status).toBe(404);
  });

  it('sends a buyer who comes back from Razorpay to the site, and believes nothing', async () => {
    const { pathname } = await open();
    const answer = await anonymous.post(`${pathname}/returned`, {
      body: 'razorpay_payment_id=pay_1&razorpay_order_id=order_1&razorpay_signature=0',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://api.razorpay.com' },
    });
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toMatch(/^http:\/\/localhost\/checkout\/return\/\?checkout=/);
    const status = await test.sql('SELECT status FROM billing.orders WHERE id = $1', [pathname.split('/').at(-1)]);
    expect(status).toEqual([{ status: 'open' }]);
  });
});

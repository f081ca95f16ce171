import { Logger } from '@nestjs/common';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { signInAgain } from '../testing';
import { openAtProvider, type OpenAtProvider } from '../testing/open-at-provider';
import { razorpayDouble } from '../testing/razorpay-double';
import { bought, SandboxEvents, untouched } from '../testing/sandbox-events';
import { stripeDouble } from '../testing/stripe-double';

const [razorpay, stripe] = [razorpayDouble(), stripeDouble()];
const day = 86_400;
let test: TestApp;
let events: SandboxEvents;
let alarm: jest.SpyInstance;

beforeAll(async () => {
  const variables: Record<string, string> = {};
  for (const provider of [razorpay, stripe]) {
    Object.assign(variables, provider.variables(await provider.double.start()));
  }
  test = await startTestApp({ ...variables, PAYMENT_PROVIDERS: 'razorpay,stripe' });
  events = new SandboxEvents(test);
});
afterAll(async () => {
  await test.close();
  await Promise.all([razorpay, stripe].map(({ double }) => double.stop()));
});
beforeEach(() => {
  alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterEach(() => alarm.mockRestore());

const endCheckouts = () => test.app.get(JobHandlers).work('billing.end-checkouts', {});

async function leave({ person: { api } }: OpenAtProvider): Promise<void> {
  expect((await api.send('DELETE', '/api/account')).status).toBe(200);
}

const block = ({ person: { user } }: OpenAtProvider, at: Date | null) =>
  test.sql('UPDATE auth.users SET blocked_at = $2 WHERE id = $1', [user.id, at]);

/** Reports a capture. @param at its instant */
async function capture({ reported }: OpenAtProvider, at = test.clock.now()): Promise<void> {
  const body = stripe.event({ ...reported, at });
  const headers = stripe.sign(body, test.clock.now());
  const { status } = await new ApiCaller(test.app).post('/api/billing/webhooks/stripe', { body, headers });
  expect(status).toBe(204);
}

const tracesOf = ({ person, id }: OpenAtProvider) => events.traces(person, id);
const setAside = { ...untouched, status: 'mismatched', unmatched: 1, events: 1 };

describe('the open checkouts of a closed account', () => {
  it('ends them at the provider when the person leaves or is blocked, each once', async () => {
    const [leaving, blocked, staying] = [
      await openAtProvider(test, stripe),
      await openAtProvider(test, stripe),
      await openAtProvider(test, stripe),
    ];
    await leave(leaving);
    await block(blocked, test.clock.now());
    stripe.double.isDown = true;
    await expect(endCheckouts()).rejects.toThrow('Checkouts that are still open: 2');
    stripe.double.isDown = false;
    await endCheckouts();
    const isEnded = ({ reported }: OpenAtProvider) => stripe.ended.has(reported.reference);
    expect([leaving, blocked, staying].map(isEnded)).toEqual([true, true, false]);
    stripe.double.isDown = true;
    await endCheckouts(); // asks nobody again
    stripe.double.isDown = false;
    expect(stripe.double.faults).toEqual([]);
  });

  it('ends again what a crash has left, also when the provider ended it before', async () => {
    const checkout = await openAtProvider(test, stripe);
    await leave(checkout);
    await endCheckouts();
    await test.sql('UPDATE billing.orders SET ended_at = NULL WHERE id = $1', [checkout.id]);
    await endCheckouts();
    const [order] = await test.sql('SELECT ended_at FROM billing.orders WHERE id = $1', [checkout.id]);
    expect(order).toEqual({ ended_at: test.clock.now() });
  });

  it('leads nobody to Razorpay any more, until the person is back', async () => {
    const checkout = await openAtProvider(test, razorpay);
    const { pathname, search } = new URL(checkout.url);
    const page = async () => (await new ApiCaller(test.app).get(`${pathname}${search}`)).status;
    await block(checkout, test.clock.now());
    expect(await page()).toBe(404);
    await endCheckouts();
    await block(checkout, null);
    expect(await page()).toBe(200);
    expect(razorpay.double.faults).toEqual([]);
  });
});

describe('money for a closed account', () => {
  it('sets aside what is captured after the closing, and calls a person', async () => {
    const [leaving, blocked] = [await openAtProvider(test, stripe), await openAtProvider(test, stripe)];
    await leave(leaving);
    await block(blocked, test.clock.now());
    for (const checkout of [leaving, blocked]) {
      await capture(checkout);
      expect(await tracesOf(checkout)).toEqual(setAside);
    }
    expect(alarm.mock.calls.map(([facts]) => facts)).toMatchObject([{ reason: 'closed' }, { reason: 'closed' }]);
  });

  it('gives what was captured before, whenever it is reported, and once', async () => {
    const checkout = await openAtProvider(test, stripe);
    const paidAt = test.clock.now();
    test.clock.advance(60);
    await leave(checkout);
    await capture(checkout, paidAt);
    await capture({ ...checkout, reported: { ...checkout.reported, id: 'evt_again' } }, paidAt);
    expect(await tracesOf(checkout)).toEqual({ ...bought, events: 2 });
  });

  it('gives again once the person has stayed', async () => {
    const checkout = await openAtProvider(test, stripe);
    await leave(checkout);
    const { api } = await signInAgain(test, checkout.person);
    expect((await api.send('DELETE', '/api/account/deletion')).status).toBe(204);
    await capture(checkout);
    expect(await tracesOf(checkout)).toEqual({ ...bought, events: 1 });
  });

  it('sets everything aside once the account is erased', async () => {
    const checkout = await openAtProvider(test, stripe);
    const paidAt = test.clock.now();
    await leave(checkout);
    test.clock.advance(40 * day);
    await test.sql('UPDATE auth.tenants SET erased_at = $2 WHERE id = $1', [
      checkout.person.user.tenantId,
      test.clock.now(),
    ]);
    await capture(checkout, new Date(Number(paidAt) - 1000));
    expect(await tracesOf(checkout)).toEqual(setAside);
  });
});

import { Logger } from '@nestjs/common';
import { type Person, registerPerson } from '../../auth/testing';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { signInAgain } from '../testing';
import { day, hour, Renewing } from '../testing/renewing';
import { stripeDouble } from '../testing/stripe-double';
import { RenewTenant } from './use-cases/renew-tenant';

const stripe = stripeDouble();
let test: TestApp;
let renewing: Renewing;
beforeAll(async () => {
  test = await startTestApp({ ...stripe.variables(await stripe.double.start()), PAYMENT_PROVIDERS: 'stripe' });
  renewing = new Renewing(test);
  stripe.autopay.now = stripe.refunds.now = () => test.clock.now();
});
afterAll(async () => {
  await test.close();
  await stripe.double.stop();
});
beforeEach(() => {
  stripe.autopay.isEmpty = false;
  jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterEach(() => {
  jest.restoreAllMocks();
  expect(stripe.double.faults).toEqual([]);
});

async function deliver(body: string): Promise<void> {
  const headers = stripe.sign(body, test.clock.now());
  expect((await new ApiCaller(test.app).post('/api/billing/webhooks/stripe', { body, headers })).status).toBe(204);
}

function send(id: string, type: string, object: unknown): Promise<void> {
  const created = Math.floor(Number(test.clock.now()) / 1000);
  return deliver(JSON.stringify({ id, object: 'event', created, type, data: { object } }));
}

/** Stripe debits what is due and reports it. */
async function settle(): Promise<void> {
  for (const { id, type, object } of stripe.autopay.settle()) await send(id, type, object);
}

/** A person who has bought Basic for good. @returns Stripe's id of the session, too */
async function subscribe(): Promise<{ person: Person; session: string }> {
  const person = await registerPerson(test.app);
  const body = { plan: 'basic', autoRenew: true };
  const opened = await person.api.post('/api/subscription/checkout', { body, headers: { 'idempotency-key': 'one' } });
  const orderId = String(opened.body['checkoutId']);
  const [order] = await test.sql('SELECT provider_reference FROM billing.orders WHERE id = $1', [orderId]);
  const session = String(order?.['provider_reference']);
  const about = { id: `evt_${orderId}`, paymentId: `pi_${orderId}`, amount: 199_900, at: test.clock.now() };
  await deliver(stripe.event({ ...about, outcome: 'captured', orderId, reference: session }));
  return { person, session };
}

it('renews 36 times by UPI AutoPay, none refused', async () => {
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

it('debits once, whatever answers are lost, and by workers at once', async () => {
  const { person } = await subscribe();
  await renewing.later(27 * day);
  test.clock.advance(25 * hour);
  const { tenantId } = person.user;
  await Promise.all(Array.from({ length: 4 }, () => test.app.get(RenewTenant).execute(tenantId)));
  for (let hours = 0; hours < 30; hours += 1) await renewing.later(hour);
  const [renewal] = await renewing.rowsOf<{ order_id: string }>(person, 'order_id', 'renewals');
  expect(stripe.autopay.paymentsOf(renewal?.order_id ?? '')).toBe(1);
  for (let time = 0; time < 2; time += 1) await settle();
  await renewing.renew();
  expect(await renewing.counted(person)).toMatchObject({ payments: 2, tries: 1 });
});

it('gives the money back that Stripe has debited after a cancel', async () => {
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

it('tries again after a refusal, as long as the grace covers the answer', async () => {
  const { person } = await subscribe();
  stripe.autopay.isEmpty = true;
  await renewing.later(27 * day);
  for (let hours = 0; hours < 150; hours += 5) {
    await renewing.later(5 * hour);
    await settle();
  }
  expect(await renewing.counted(person)).toMatchObject({ payments: 1, tries: 2, unmatched: 0 });
  const failed = (await renewing.subjectsTo(person)).filter((each) => each.includes('did not go through'));
  expect(failed).toHaveLength(2);
});

it('switches off when the mandate is ended at the bank, and deletes the customer', async () => {
  const { person, session } = await subscribe();
  const ended = { object: 'mandate', payment_method: `pm_${session}`, status: 'inactive' };
  await send(`evt_ended_${session}`, 'mandate.updated', ended);
  await send('evt_of_others', 'mandate.updated', { ...ended, payment_method: 'pm_of_others' });
  expect((await renewing.subscriptionOf(person)).autoRenew).toBeNull();
  for (let run = 0; run < 2; run += 1) await renewing.endMandates();
  expect(stripe.autopay.isDeleted(`cus_${session}`)).toBe(true);
});

it('ends the mandate and the customer of who leaves', async () => {
  const { person, session } = await subscribe();
  expect((await person.api.send('DELETE', '/api/account')).status).toBe(200);
  await renewing.endMandates();
  expect(stripe.autopay.isDeleted(`cus_${session}`)).toBe(true);
});

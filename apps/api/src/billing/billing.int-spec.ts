import { changeRole, type Person, registerPerson } from '../auth/testing';
import { CreditCharges } from '../credits';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import type { PaymentPage, PlanList, Subscription } from './dto/billing.dto';
import { actAtSandbox, openCheckout, signInAgain, subscribe, topUp } from './testing';

const day = 86_400;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ DATABASE_POOL_SIZE: '8' });
});
afterAll(() => test.close());

interface Credits {
  balance: number;
  expiring: { amount: number; expiresAt: string }[];
}

const subscriptionOf = async (person: Person) => (await person.api.get<Subscription>('/api/subscription')).body;
const creditsOf = async (person: Person) => (await person.api.get<Credits>('/api/credits')).body;
const inDays = (days: number) => new Date(test.clock.now().getTime() + days * day * 1000).toISOString();

/** Moves the clock and signs the person in again, whose session has expired since. */
function later(person: Person, seconds: number): Promise<Person> {
  test.clock.advance(seconds);
  return signInAgain(test, person);
}

/** Tries to spend, as saving an edit does. */
function spend({ user: { tenantId } }: Person): Promise<unknown> {
  const act = { tenantId, action: 'profile.edit', reference: crypto.randomUUID() } as const;
  return test.app.get(UnitOfWork).run({ tenant: tenantId }, () => test.app.get(CreditCharges).charge(act));
}

describe('what is on sale', () => {
  it('lists the plans publicly, with prices in paise', async () => {
    const { body } = await new ApiCaller(test.app).get<PlanList>('/api/subscription/plans');
    expect(body.plans.map(({ id, price, credits }) => [id, price, credits])).toEqual([
      ['basic', { amount: 199_900, currency: 'INR' }, 500],
      ['premium', { amount: 299_900, currency: 'INR' }, 1_000],
    ]);
    expect(body.topUp).toEqual({ price: { amount: 50_000, currency: 'INR' }, credits: 100, validDays: 365 });
  });
});

describe('buying a plan', () => {
  it('grants a period of thirty days and its credits for a plan', async () => {
    const person = await registerPerson(test.app);
    expect(await subscriptionOf(person)).toMatchObject({ status: 'none', plan: null, canEdit: false });
    await subscribe(person);
    expect(await subscriptionOf(person)).toEqual({
      status: 'active',
      plan: 'basic',
      periodStart: inDays(0),
      periodEnd: inDays(30),
      daysLeft: 30,
      cancelAtPeriodEnd: false,
      canEdit: true,
      suspendedSince: null,
      next: null,
      nextPlan: null,
      autoRenew: null,
      upgrade: null,
      features: [],
    });
    expect(await creditsOf(person)).toMatchObject({
      balance: 500,
      expiring: [{ amount: 500, expiresAt: inDays(33) }],
    });
    await expect(spend(person)).resolves.toMatchObject({ balanceAfter: 495 });
  });

  it('reports a subscription as pending until its checkout is paid or abandoned', async () => {
    const person = await registerPerson(test.app);
    const { body } = await openCheckout(person, { plan: 'premium' });
    expect(await subscriptionOf(person)).toMatchObject({ status: 'pending', canEdit: false });
    expect((await actAtSandbox(person, body.checkoutId, 'abandon')).body).toEqual({ status: 'abandoned' });
    expect(await subscriptionOf(person)).toMatchObject({ status: 'none' });
  });

  it('queues a second period when both of two open checkouts are paid', async () => {
    const person = await registerPerson(test.app);
    const one = await openCheckout(person, { plan: 'basic' });
    const other = await openCheckout(person, { plan: 'basic' });
    await actAtSandbox(person, one.body.checkoutId, 'pay');
    await actAtSandbox(person, other.body.checkoutId, 'pay');
    expect(await creditsOf(person)).toMatchObject({
      balance: 1_000,
      expiring: [{ expiresAt: inDays(33) }, { expiresAt: inDays(63) }],
    });
  });

  it.each([
    ['an unknown plan', { plan: 'gold' }],
    ['a price of their own', { plan: 'basic', amount: 1 }],
    ['credits of their own', { plan: 'basic', credits: 1_000_000 }],
    ['no plan', {}],
  ])('rejects an order of %s', async (_, body) => {
    const person = await registerPerson(test.app);
    const headers = { 'idempotency-key': 'k' };
    expect((await person.api.post('/api/subscription/checkout', { body, headers })).status).toBe(400);
    expect(await subscriptionOf(person)).toMatchObject({ status: 'none' });
  });

  it('rejects a purchase by a role that may not buy', async () => {
    const person = await registerPerson(test.app);
    await changeRole(test, person, 'editor');
    const editor = await later(person, 60);
    const refused = await openCheckout(editor, { plan: 'basic' });
    expect([refused.status, refused.body]).toEqual([403, expect.objectContaining({ code: 'role.insufficient' })]);
    expect((await editor.api.get('/api/billing/payments')).status).toBe(403);
    for (const act of ['cancel', 'resume']) {
      const answer = await editor.api.post(`/api/subscription/${act}`);
      expect([act, answer.status, answer.body]).toEqual([
        act,
        403,
        expect.objectContaining({ code: 'role.insufficient' }),
      ]);
    }
  });
});

describe('the end of a period', () => {
  it('ends credits and editing three days after the period, before any job runs', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person);
    const lastMoment = await later(person, 33 * day - 1);
    expect(await creditsOf(lastMoment)).toMatchObject({ balance: 500 });
    await expect(spend(lastMoment)).resolves.toMatchObject({ credits: 5 });
    test.clock.advance(1);
    expect(await creditsOf(lastMoment)).toMatchObject({ balance: 0 });
    expect(await subscriptionOf(lastMoment)).toMatchObject({ status: 'expired', plan: 'basic', canEdit: false });
    await expect(spend(lastMoment)).rejects.toMatchObject({ code: 'subscription.required' });
  });
});

describe('cancelling', () => {
  it('cancels at the end of the period and resumes, any number of times', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person);
    const act = async (name: 'cancel' | 'resume') =>
      (await person.api.post<Subscription>(`/api/subscription/${name}`)).body;
    const cancelled = await act('cancel');
    expect(cancelled).toMatchObject({ status: 'cancelling', cancelAtPeriodEnd: true, canEdit: true });
    expect(await act('cancel')).toEqual(cancelled);
    expect(await act('resume')).toMatchObject({ status: 'active', cancelAtPeriodEnd: false });
    expect(await act('resume')).toEqual(await subscriptionOf(person));
    await act('cancel');
    const ended = await later(person, 30 * day);
    expect(await subscriptionOf(ended)).toMatchObject({ status: 'expired', cancelAtPeriodEnd: false });
    const late = await ended.api.post('/api/subscription/resume');
    expect([late.status, late.body['code']]).toEqual([409, 'subscription.none']);
  });

  it('needs a role that may buy to cancel or resume', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person);
    await changeRole(test, person, 'editor');
    const editor = await later(person, 60);
    expect((await editor.api.post('/api/subscription/cancel')).status).toBe(403);
    expect((await editor.api.post('/api/subscription/resume')).status).toBe(403);
    expect(await subscriptionOf(editor)).toMatchObject({ status: 'active' });
  });

  it('rejects cancelling without a subscription and stores nothing', async () => {
    const person = await registerPerson(test.app);
    expect((await person.api.post('/api/subscription/cancel')).status).toBe(409);
    expect(await test.sql('SELECT 1 FROM billing.subscriptions WHERE tenant_id = $1', [person.user.tenantId])).toEqual(
      [],
    );
  });
});

describe('topping up', () => {
  it('rejects a top-up without a running subscription', async () => {
    const person = await registerPerson(test.app);
    const refused = await openCheckout(person, { packs: 1 });
    expect([refused.status, refused.body]).toEqual([402, expect.objectContaining({ code: 'subscription.required' })]);
  });

  it('grants a hundred credits per pack for 365 days, and no period', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person);
    const before = await subscriptionOf(person);
    await topUp(person, 3);
    expect((await creditsOf(person)).expiring).toEqual([
      { amount: 500, expiresAt: inDays(33) },
      { amount: 300, expiresAt: inDays(365) },
    ]);
    expect(await subscriptionOf(person)).toEqual(before);
  });

  it.each([0, -1, 1.5, 21, '2', '1e1', null, [1], 1e9])('rejects an order of %j packs', async (packs) => {
    const person = await registerPerson(test.app);
    const headers = { 'idempotency-key': 'k' };
    expect((await person.api.post('/api/credits/top-up', { body: { packs }, headers })).status).toBe(400);
  });
});

describe('the list of payments', () => {
  it('lists payments newest first, page by page, to their tenant only', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person, 'premium');
    test.clock.advance(60);
    await topUp(person, 2);
    const first = await person.api.get<PaymentPage>('/api/billing/payments?limit=1');
    expect(first.body.payments).toMatchObject([
      { kind: 'top_up', amount: { amount: 100_000, currency: 'INR' }, credits: 200, paidAt: inDays(0) },
    ]);
    const cursor = encodeURIComponent(first.body.nextCursor ?? '');
    const second = await person.api.get<PaymentPage>(`/api/billing/payments?limit=1&cursor=${cursor}`);
    expect(second.body).toMatchObject({
      payments: [{ kind: 'plan', description: 'Premium, 30 days, 1000 credits', amount: { amount: 299_900 } }],
      nextCursor: null,
    });
    const stranger = await registerPerson(test.app);
    expect((await stranger.api.get<PaymentPage>('/api/billing/payments')).body.payments).toEqual([]);
    expect((await stranger.api.get(`/api/billing/payments?cursor=${cursor}`)).status).toBe(400);
  });
});

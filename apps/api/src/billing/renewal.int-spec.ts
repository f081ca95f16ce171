import { type Person, registerPerson } from '../auth/testing';
import { Entitlements } from '../credits';
import type { Credits } from '../credits/testing';
import { startTestApp, type TestApp } from '../test-app';
import type { Subscription } from './dto/billing.dto';
import { openCheckout, signInAgain, subscribe } from './testing';

const day = 86_400;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const subscriptionOf = async (person: Person) => (await person.api.get<Subscription>('/api/subscription')).body;
const creditsOf = async (person: Person) => (await person.api.get<Credits>('/api/credits')).body;
const inDays = (days: number) => new Date(test.clock.now().getTime() + days * day * 1000).toISOString();

/** Moves the clock and signs the person in again, whose session has expired since. */
function later(person: Person, seconds: number): Promise<Person> {
  test.clock.advance(seconds);
  return signInAgain(test, person);
}

describe('paying for the next period', () => {
  it('sells the next period early, from the end of the running one, one ahead at most', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person);
    const soon = await later(person, 27 * day);
    await subscribe(soon, 'premium');
    expect(await subscriptionOf(soon)).toMatchObject({
      status: 'active',
      plan: 'basic',
      periodEnd: inDays(3),
      features: [],
      next: { plan: 'premium', periodStart: inDays(3), periodEnd: inDays(33) },
    });
    const third = await openCheckout(soon, { plan: 'basic' });
    expect([third.status, third.body]).toEqual([409, expect.objectContaining({ code: 'subscription.paid-ahead' })]);
    const begun = await later(person, 3 * day);
    expect(await subscriptionOf(begun)).toMatchObject({ plan: 'premium', features: ['unbranded'], next: null });
    expect((await openCheckout(begun, { plan: 'basic' })).status).toBe(201);
  });

  it('lets a customer in the days of grace pay, and loses neither time nor credits', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person);
    const pastDue = await later(person, 31 * day);
    expect(await subscriptionOf(pastDue)).toMatchObject({ status: 'past_due', daysLeft: 0, canEdit: true });
    await subscribe(pastDue);
    expect(await subscriptionOf(pastDue)).toMatchObject({ status: 'active', periodEnd: inDays(29) });
    expect(await creditsOf(pastDue)).toMatchObject({
      balance: 1_000,
      expiring: [
        { amount: 500, expiresAt: inDays(2) },
        { amount: 500, expiresAt: inDays(32) },
      ],
    });
  });

  it('begins anew for a customer who comes back after the grace', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person);
    await person.api.post('/api/subscription/cancel');
    const over = await later(person, 33 * day);
    await subscribe(over, 'premium');
    expect(await subscriptionOf(over)).toMatchObject({
      status: 'active',
      plan: 'premium',
      cancelAtPeriodEnd: false,
      periodStart: inDays(0),
    });
    expect(await creditsOf(over)).toMatchObject({ balance: 1_000 });
  });

  it.each(['basic', 'premium'] as const)('entitles to the features of %s, and no others', async (plan) => {
    const person = await registerPerson(test.app);
    await subscribe(person, plan);
    const features = plan === 'premium' ? ['unbranded'] : [];
    expect(await test.app.get(Entitlements).find(person.user.tenantId)).toMatchObject({ plan, features });
    expect((await subscriptionOf(person)).features).toEqual(features);
  });
});

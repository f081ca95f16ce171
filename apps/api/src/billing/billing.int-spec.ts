import { type Person, registerPerson } from '../auth/testing';
import { startTestApp, type TestApp } from '../platform/testing/test-app';
import type { Subscription } from './dto/billing.dto';
import { subscribe } from './testing';

const day = 86_400;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ DATABASE_POOL_SIZE: '8' });
});
afterAll(() => test.close());

const subscriptionOf = async (person: Person) => (await person.api.get<Subscription>('/api/subscription')).body;
const creditsOf = async (person: Person) => (await person.api.get<{ balance: number }>('/api/credits')).body.balance;

describe('buying a plan', () => {
  it('gives a period of thirty days and its credits', async () => {
    const person = await registerPerson(test.app);
    expect(await subscriptionOf(person)).toMatchObject({ status: 'none', plan: null, canEdit: false });
    await subscribe(person);
    const start = test.clock.now();
    expect(await subscriptionOf(person)).toEqual({
      status: 'active',
      plan: 'basic',
      periodStart: start.toISOString(),
      periodEnd: new Date(start.getTime() + 30 * day * 1000).toISOString(),
      daysLeft: 30,
      cancelAtPeriodEnd: false,
      canEdit: true,
    });
    expect(await creditsOf(person)).toBe(500);
  });
});

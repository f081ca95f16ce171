import { createHmac, randomInt } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { type Person, registerPerson } from '../auth/testing';
import { expiringCredits } from '../credits/testing';
import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import { fold, graceEnd, type History, type PlanPayment, type SubscriptionAct } from './domain/facts';
import { type PlanId, plans } from './domain/plans';
import { openCheckout } from './testing';
import { lives } from './testing/lives';
import { Randomness } from './testing/randomness';
import { CancelSubscription } from './use-cases/cancel-subscription';
import { ReadSubscription } from './use-cases/read-subscription';
import { ResumeSubscription } from './use-cases/resume-subscription';

const day = 86_400_000;
const runs = Number(process.env['CONFLUENCE_RUNS'] ?? 15);
/** Lives take years, and a product has two centuries: each batch has a database and a clock of its own. */
const maxBatch = 250;
const batches = Array.from({ length: Math.ceil(runs / maxBatch) }, (_, index) => index);
const seed = Number(process.env['CONFLUENCE_SEED'] ?? randomInt(2 ** 31));

let test: TestApp;
let anonymous: ApiCaller;
let alarm: jest.SpyInstance;
beforeEach(async () => {
  test = await startTestApp({ DATABASE_POOL_SIZE: '8' });
  anonymous = new ApiCaller(test.app);
  alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterEach(async () => {
  alarm.mockRestore();
  await test.close();
});

/** Something that happens at an instant: a payment that a provider reports some time later, or what a customer asks for. */
interface Happening {
  what: string;
  order: string;
  at: Date;
}

/** What is done at an instant. */
interface Step {
  at: Date;
  act(): Promise<void>;
}

function readLife(life: string, start: Date): Happening[] {
  return life.split('; ').map((part) => {
    const words = part.split(' ');
    const [what = '', order = ''] = words;
    return { what, order, at: new Date(Number(start) + Math.round(Number(words.at(-1)) * day)) };
  });
}

const isAct = ({ what }: Happening): boolean => what === 'cancel' || what === 'resume';

async function report(checkoutId: string, plan: PlanId, paidAt: Date, id: string): Promise<void> {
  const { amount, currency } = plans[plan].price;
  const event = {
    kind: 'payment.captured',
    checkoutId,
    paymentId: `${checkoutId} ${Number(paidAt)}`,
    amount,
    currency,
  };
  const body = JSON.stringify({ ...event, id, occurredAt: paidAt.toISOString() });
  const seconds = Math.floor(test.clock.now().getTime() / 1000);
  const signed = createHmac('sha256', test.env.SANDBOX_SECRET ?? '')
    .update(`${seconds}.${body}`)
    .digest('hex');
  const headers = { 'canar-sandbox-signature': `t=${seconds},v1=${signed}` };
  const { status, text } = await anonymous.post('/api/billing/webhooks/sandbox', { body, headers });
  if (status !== 204) throw new Error(`A webhook answered ${status}: ${text}`);
}

/** Opens an order for each that the life names, before anything happens. */
async function openOrders(person: Person, happenings: Happening[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { what, order } of happenings.filter((each) => !isAct(each))) {
    if (ids.has(order)) continue;
    ids.set(order, (await openCheckout(person, { plan: what as PlanId })).body.checkoutId);
  }
  return ids;
}

/**
 * Lives a life with the provider's delays and duplicates, each event delivered once within its delay and perhaps again later.
 * @returns the facts as they came to be known
 */
async function live(
  person: Person,
  happenings: Happening[],
  random: Randomness,
): Promise<(PlanPayment | SubscriptionAct)[]> {
  const ids = await openOrders(person, happenings);
  const payments = new Map<string, PlanPayment>();
  const acts: SubscriptionAct[] = [];
  const steps = happenings.flatMap((happening, index): Step[] => {
    const { what, order, at } = happening;
    if (isAct(happening)) return [{ at, act: () => actOf(person, what, acts) }];
    const plan = what as PlanId;
    const orderId = ids.get(order) ?? '';
    const delays = [random.pick([0, 60_000, 1_800_000, 3_599_000, 2 * 3_600_000, 5 * day])];
    while (random.below(3) === 0) delays.push(random.below(6 * day));
    return delays.map((delay) => ({
      at: new Date(Number(at) + delay),
      act: async () => {
        await report(orderId, plan, at, `${orderId} ${index} ${random.below(2)}`);
        const known = payments.get(orderId);
        const reportedAt = known?.reportedAt ?? test.clock.now();
        const paidAt = known && known.paidAt < at ? known.paidAt : at;
        payments.set(orderId, { kind: 'payment', id: orderId, orderId, plan, paidAt, reportedAt });
      },
    }));
  });
  const order = random.shuffle(steps).sort((one, other) => Number(one.at) - Number(other.at));
  for (const { at, act } of order) {
    test.clock.advance((Number(at) - Number(test.clock.now())) / 1000);
    await act();
  }
  return [...payments.values(), ...acts];
}

/** A customer asks for it where it is allowed; a rejected request is no fact. */
async function actOf({ user }: Person, what: string, acts: SubscriptionAct[]): Promise<void> {
  const before = await test.app.get(ReadSubscription).execute(user.tenantId);
  const useCase = what === 'cancel' ? test.app.get(CancelSubscription) : test.app.get(ResumeSubscription);
  const done = await useCase.execute(user.tenantId).catch(() => null);
  const changes = what === 'cancel' ? !before.cancelAtPeriodEnd : before.cancelAtPeriodEnd;
  if (!done || !changes) return;
  const [stored] = await test.sql<{ at: Date }>(
    'SELECT max(at) AS at FROM billing.subscription_acts WHERE tenant_id = $1',
    [user.tenantId],
  );
  if (stored) acts.push({ kind: what as SubscriptionAct['kind'], at: stored.at });
}

/** What the product says at the end. */
async function stateOf({ user: { tenantId } }: Person): Promise<unknown> {
  const periods = await test.sql(
    'SELECT plan, starts_at AS start, ends_at AS "end" FROM billing.periods WHERE tenant_id = $1 ORDER BY starts_at',
    [tenantId],
  );
  const entitlements = await test.sql(
    `SELECT plan, starts_at AS start, edit_until AS until, features FROM credits.entitlements
     WHERE tenant_id = $1 ORDER BY starts_at`,
    [tenantId],
  );
  const expiring = await expiringCredits(test, tenantId);
  const { cancelAtPeriodEnd } = await test.app.get(ReadSubscription).execute(tenantId);
  return { periods, entitlements, expiring, cancelAtPeriodEnd };
}

/** What the model says of the same facts. */
function expected({ periods, cancelRequestedAt }: History, now: Date): unknown {
  const last = periods.at(-1);
  return {
    periods: periods.map(({ plan, start, end }) => ({ plan, start, end })),
    entitlements: periods.map((period) => ({
      plan: period.plan,
      start: period.start,
      until: graceEnd(period),
      features: plans[period.plan].features,
    })),
    expiring: periods
      .filter((period) => graceEnd(period) > now)
      .map((period) => ({ amount: plans[period.plan].credits, expiresAt: graceEnd(period) })),
    cancelAtPeriodEnd: cancelRequestedAt !== null && last !== undefined && now < last.end,
  };
}

describe('lives with several payments', () => {
  it.each(batches)(
    `end as the model says, with duplicates and delays (CONFLUENCE_SEED=${seed}, batch %i)`,
    async (batch) => {
      const random = new Randomness(seed + batch);
      for (let run = batch * maxBatch; run < Math.min(runs, (batch + 1) * maxBatch); run += 1) {
        const life = random.pick(lives);
        const person = await registerPerson(test.app);
        const facts = await live(person, readLife(life, test.clock.now()), random);
        const state = await stateOf(person);
        expect({ life, run, state }).toEqual({ life, run, state: expected(fold(facts), test.clock.now()) });
      }
    },
    1_200_000,
  );
});

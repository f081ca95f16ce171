import { createHmac, randomInt } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { type Person, registerPerson } from '../auth/testing';
import { expiringCredits } from '../credits/testing';
import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import { creditsExpireAt, entitledSpans, fold, type PlanPayment, type SubscriptionAct } from './domain/facts';
import { type PlanId, plans } from './domain/plans';
import { openCheckout } from './testing';
import { type Happening, isAct, KnownFacts, readLife, steps } from './testing/known-facts';
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

/** What is done at an instant. */
interface Step {
  at: Date;
  act(): Promise<void>;
}

/** When each order of the running life is captured first. */
let captures = new Map<string, Date>();

interface Reported {
  kind: string;
  checkoutId: string;
  plan: PlanId;
  at: Date;
  id: string;
}

async function report({ kind, checkoutId, plan, at, id }: Reported): Promise<void> {
  const isCapture = kind === 'payment.captured';
  const { amount, currency } = plans[plan].price;
  const event = {
    kind,
    checkoutId,
    paymentId: isCapture ? `${checkoutId} ${Number(at)}` : `${checkoutId} ${Number(captures.get(checkoutId))}`,
    ...(!isCapture && { disputeId: `dispute of ${checkoutId}` }),
    amount,
    currency,
  };
  const body = JSON.stringify({ ...event, id, occurredAt: at.toISOString() });
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
  for (const { what, order, at } of happenings.filter((each) => !isAct(each) && !steps[each.what])) {
    if (ids.has(order)) continue;
    const { checkoutId } = (await openCheckout(person, { plan: what as PlanId })).body;
    ids.set(order, checkoutId);
    const replaced = ids.get(order.split('>')[1] ?? '');
    if (replaced) await makeUpgrade(checkoutId, replaced, at);
    ids.set(order.split('>')[0] ?? '', checkoutId);
  }
  return ids;
}

/** Makes an order the upgrade of another, priced just before it is paid: a customer could place it only then. */
async function makeUpgrade(id: string, replaced: string, at: Date): Promise<void> {
  await test.sql("UPDATE billing.orders SET kind = 'upgrade', replaces = $2, opened_at = $3 WHERE id = $1", [
    id,
    replaced,
    at,
  ]);
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
  const known = new KnownFacts();
  captures = new Map(
    happenings
      .filter(({ what }) => what in plans)
      .toReversed()
      .map(({ order, at }) => [ids.get(order) ?? '', at]),
  );
  const planned = happenings.flatMap((happening, index): Step[] => {
    const { what, order, at } = happening;
    if (isAct(happening)) return [{ at, act: () => actOf(person, what, known.acts) }];
    const checkoutId = ids.get(order) ?? '';
    const plan = happenings.find((each) => each.order.split('>')[0] === order.split('>')[0] && each.what in plans)
      ?.what as PlanId;
    const kind = steps[what]?.[0] ?? 'payment.captured';
    const delays = [random.pick([0, 60_000, 1_800_000, 3_599_000, 2 * 3_600_000, 5 * day])];
    while (random.below(3) === 0) delays.push(random.below(6 * day));
    return delays.map((delay) => ({
      at: new Date(Number(at) + delay),
      act: async () => {
        await report({ kind, checkoutId, plan, at, id: `${checkoutId} ${index} ${random.below(2)}` });
        known.add(
          what,
          { orderId: checkoutId, plan, replaces: ids.get(order.split('>')[1] ?? '') ?? null, at },
          test.clock.now(),
        );
      },
    }));
  });
  const order = random.shuffle(planned).sort((one, other) => Number(one.at) - Number(other.at));
  for (const { at, act } of order) {
    test.clock.advance((Number(at) - Number(test.clock.now())) / 1000);
    await act();
  }
  return known.all();
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
  if (stored) acts.push({ kind: what as 'cancel' | 'resume', at: stored.at });
}

/** Credits of a period that an upgrade replaced may outlive those of the upgrade. */
function byExpiry<T extends { amount: number; expiresAt: Date }>(credits: readonly T[]): T[] {
  return credits.toSorted((one, other) => Number(one.expiresAt) - Number(other.expiresAt) || one.amount - other.amount);
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
  const expiring = byExpiry(await expiringCredits(test, tenantId));
  const { cancelAtPeriodEnd } = await test.app.get(ReadSubscription).execute(tenantId);
  return { periods, entitlements, expiring, cancelAtPeriodEnd };
}

/** What the model says of the same facts. Credits of a payment that was given back are taken back, also when an upgrade replaced its period. */
function expected(facts: readonly (PlanPayment | SubscriptionAct)[], now: Date): unknown {
  const { periods, cancelRequestedAt } = fold(facts);
  const last = periods.at(-1);
  const refunded = new Set(facts.flatMap((fact) => (fact.kind === 'payment' && fact.refundedAt ? [fact.id] : [])));
  const paid = periods.filter(({ paidBy }) => !refunded.has(paidBy));
  return {
    periods: periods.map(({ plan, start, end }) => ({ plan, start, end })),
    entitlements: periods.flatMap((period) =>
      entitledSpans(period).map(({ start, until }) => ({
        plan: period.plan,
        start,
        until,
        features: plans[period.plan].features,
      })),
    ),
    expiring: byExpiry(
      paid.flatMap((period) => {
        const expiresAt = creditsExpireAt(period);
        return expiresAt !== null && expiresAt > now ? [{ amount: plans[period.plan].credits, expiresAt }] : [];
      }),
    ),
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
        expect({ life, run, state }).toEqual({ life, run, state: expected(facts, test.clock.now()) });
      }
    },
    1_200_000,
  );
});

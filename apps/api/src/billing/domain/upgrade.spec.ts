import fc from 'fast-check';
import { creditsExpireAt, entitledSpans, type Fact, fold, type Period, type PlanPayment } from './facts';
import { type PlanId, plans } from './plans';
import { isPaidTooLate, replaceablePeriod, upgradePrice } from './upgrade';

const day = 86_400_000;
const start = Number(new Date('2026-01-15T10:00:00Z'));

const at = (days: number) => new Date(start + days * day);

/** @param name of the order; `u>a` replaces the period of order a */
function paid(name: string, days: number, plan: PlanId = 'basic'): PlanPayment {
  const [orderId = '', replaces = null] = name.split('>');
  return { kind: 'payment', id: orderId, orderId, replaces, plan, paidAt: at(days), reportedAt: at(days) };
}
const cancel = (days: number): Fact => ({ kind: 'cancel', at: at(days) });
const resume = (days: number): Fact => ({ kind: 'resume', at: at(days) });
const placesOf = (periods: readonly Period[]) => periods.map((period) => [period.plan, period.start, period.end]);

/** What a customer does after some time: pays a plan, upgrades, or lets the time go by. */
const life = fc.array(
  fc.record({ wait: fc.integer({ min: 1, max: 40 * day }), what: fc.constantFrom('basic', 'premium', 'upgrade') }),
  { maxLength: 12 },
);

interface Step {
  plan: PlanId;
  start: number;
  end: number;
}

/** A customer's time step by step: a running period, what is paid ahead, and what was paid and used of both plans in paise. */
class Model {
  readonly periods: Step[] = [];

  pay(now: number, plan: PlanId): void {
    const last = this.periods.at(-1);
    const begins = last && now < last.end + 3 * day ? last.end : now;
    this.periods.push({ plan, start: begins, end: begins + 30 * day });
  }

  upgrade(now: number): void {
    const running = this.periods.at(-1);
    if (running) running.end = now;
    this.periods.push({ plan: 'premium', start: now, end: now + 30 * day });
  }
}

describe('fold with upgrades', () => {
  it('ends the period that an upgrade replaces, and lets its credits live on', () => {
    const { periods } = fold([paid('a', 0), paid('u>a', 10, 'premium')]);
    expect(placesOf(periods)).toEqual([
      ['basic', at(0), at(10)],
      ['premium', at(10), at(40)],
    ]);
    expect(periods.map(creditsExpireAt)).toEqual([at(33), at(43)]);
    expect(periods.map((period) => entitledSpans(period))).toEqual([
      [{ start: at(0), until: at(10) }],
      [{ start: at(10), until: at(43) }],
    ]);
  });

  it('lets what was paid ahead follow an upgrade', () => {
    expect(placesOf(fold([paid('a', 0), paid('b', 5), paid('u>a', 10, 'premium')]).periods)).toEqual([
      ['basic', at(0), at(10)],
      ['premium', at(10), at(40)],
      ['basic', at(40), at(70)],
    ]);
  });

  it.each([
    ['is over', [paid('a', 0), paid('u>a', 31, 'premium')], 30],
    ['was replaced before', [paid('a', 0), paid('u>a', 10, 'premium'), paid('v>a', 11, 'premium')], 40],
    ['has not begun', [paid('a', 0), paid('b', 5), paid('u>b', 10, 'premium')], 60],
    ['begins at the same instant', [paid('a', 0), paid('u>a', 0, 'premium')], 30],
    ['was refunded', [{ ...paid('a', 0), refundedAt: at(5) }, paid('u>a', 10, 'premium')], 10],
  ])('lets an upgrade follow when the period %s', (_, facts, days) => {
    expect(fold(facts).periods.at(-1)).toMatchObject({ plan: 'premium', start: at(days) });
  });

  it('lets a change of plan stand until the next payment', () => {
    const change = (days: number, plan: PlanId): Fact => ({ kind: 'change', plan, at: at(days) });
    expect(fold([paid('a', 0, 'premium'), change(3, 'premium'), change(2, 'basic')]).nextPlan).toBe('premium');
    expect(fold([paid('a', 0, 'premium'), change(2, 'basic'), cancel(3), resume(4)]).nextPlan).toBe('basic');
    expect(fold([paid('a', 0, 'premium'), change(2, 'basic'), paid('b', 5, 'premium')]).nextPlan).toBeNull();
  });
});

describe('an upgrade', () => {
  it('gives what a simple model gives, in any life, and never costs more than it saves', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const model = new Model();
        const facts: Fact[] = [];
        let now = start;
        for (const [index, { wait, what }] of steps.entries()) {
          now += wait;
          const at = new Date(now);
          const subscription = { ...fold(facts), awaitsPayment: false };
          const last = subscription.periods.at(-1);
          if (last && now < Number(last.start)) continue;
          const order = { kind: 'payment', id: `p${index}`, orderId: `p${index}`, paidAt: at, reportedAt: at } as const;
          if (what !== 'upgrade') {
            model.pay(now, what as PlanId);
            facts.push({ ...order, plan: what as PlanId });
            continue;
          }
          const running = replaceablePeriod(subscription, at);
          if (!running || running.plan !== 'basic') continue;
          const { amount } = upgradePrice('premium', running, plans.basic.price.amount, at);
          const saved = plans.premium.price.amount - amount;
          const exact = (plans.basic.price.amount * (Number(running.end) - now)) / (30 * day);
          expect(saved - exact).toBeGreaterThanOrEqual(0);
          expect(saved - exact).toBeLessThan(1);
          model.upgrade(now);
          facts.push({ ...order, plan: 'premium', replaces: running.paidBy });
        }
        const places = fold(facts).periods.map((each) => ({
          plan: each.plan,
          start: Number(each.start),
          end: Number(each.end),
        }));
        expect(places).toEqual(model.periods);
      }),
      { numRuns: Number(process.env['UPGRADE_RUNS'] ?? 200) },
    );
  });

  it('holds the price of an upgrade for a day and an hour, or until it is priced again', () => {
    const hour = 3_600_000;
    const isLate = (paidAt: number, pricedAgainAt: Date | null) =>
      isPaidTooLate({ openedAt: new Date(0), pricedAgainAt }, new Date(paidAt));
    expect([isLate(25 * hour, null), isLate(25 * hour + 1, null)]).toEqual([false, true]);
    const again = new Date(24 * hour);
    expect([isLate(24 * hour - 1, again), isLate(24 * hour, again)]).toEqual([false, true]);
  });

  it('costs less by no more than what was paid and not given back', () => {
    const period = { plan: 'basic', end: new Date(45 * day) } as const;
    expect(upgradePrice('premium', period, 100_000, new Date(0)).amount).toBe(199_900);
    expect(upgradePrice('premium', period, 0, new Date(0)).amount).toBe(299_900);
  });
});

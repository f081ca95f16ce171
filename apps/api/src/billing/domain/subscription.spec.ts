import fc from 'fast-check';
import type { PlanId } from './plans';
import {
  after,
  graceEnd,
  nextPeriod,
  type Period,
  subscriptionViewAt,
  statusAt,
  type Subscription,
  type SubscriptionEvent,
  type SubscriptionStatus,
} from './subscription';

const day = 86_400_000;
const start = new Date('2026-01-15T10:00:00Z');
const at = (days: number, milliseconds = 0) => new Date(start.getTime() + days * day + milliseconds);
const nothing: Subscription = { periods: [], cancelRequestedAt: null, awaitsPayment: false };
const month: Period = { plan: 'basic', start, end: at(30) };
const running: Subscription = { ...nothing, periods: [month] };
const cancelled: Subscription = { ...running, cancelRequestedAt: at(5) };

describe('statusAt', () => {
  it.each<[string, Subscription, Date, SubscriptionStatus]>([
    ['nothing was ever bought', nothing, start, 'none'],
    ['a checkout waits', { ...nothing, awaitsPayment: true }, start, 'pending'],
    ['the period runs', running, at(30, -1), 'active'],
    ['the period ends at this instant', running, at(30), 'past_due'],
    ['the grace runs', running, at(33, -1), 'past_due'],
    ['the grace ends at this instant', running, at(33), 'expired'],
    ['it was cancelled and the period runs', cancelled, at(30, -1), 'cancelling'],
    ['it was cancelled and the period ends', cancelled, at(30), 'expired'],
    ['it is over and a checkout waits', { ...running, awaitsPayment: true }, at(40), 'expired'],
  ])('derives the status: %s', (_, subscription, now, status) => {
    expect(statusAt(subscription, now)).toBe(status);
  });
});

describe('subscriptionViewAt', () => {
  it('counts a begun day, and allows edits for three days after the end', () => {
    expect(subscriptionViewAt(running, at(0))).toMatchObject({ daysLeft: 30, canEdit: true, features: [] });
    expect(subscriptionViewAt(running, at(0, 1))).toMatchObject({ daysLeft: 30 });
    expect(subscriptionViewAt(running, at(29, 1))).toMatchObject({ daysLeft: 1 });
    expect(subscriptionViewAt(running, at(33, -1))).toMatchObject({ daysLeft: 0, canEdit: true });
    expect(subscriptionViewAt(running, at(33))).toMatchObject({ daysLeft: 0, canEdit: false, plan: 'basic' });
  });

  it('gives the features of the last plan while edits can be saved', () => {
    const premium = { ...nothing, periods: [{ ...month, plan: 'premium' as const }] };
    expect(subscriptionViewAt(premium, at(33, -1)).features).toEqual(['unbranded']);
    expect(subscriptionViewAt(premium, at(33)).features).toEqual([]);
  });

  it('reports the running period, not the following one', () => {
    const next = nextPeriod(running, 'premium', at(3));
    const shown = subscriptionViewAt({ ...running, periods: [month, next] }, at(4));
    expect(shown).toMatchObject({ status: 'active', plan: 'basic', periodEnd: month.end });
  });
});

describe('nextPeriod', () => {
  it('begins a period at the payment without a running one, also after a cancellation', () => {
    expect(nextPeriod(nothing, 'basic', at(7))).toEqual({ plan: 'basic', start: at(7), end: at(37) });
    expect(nextPeriod(running, 'basic', at(33)).start).toEqual(at(33));
    expect(nextPeriod(cancelled, 'basic', at(31)).start).toEqual(at(31));
  });

  it('begins a period where the running period or its grace ends', () => {
    expect(nextPeriod(running, 'basic', at(10)).start).toEqual(month.end);
    expect(nextPeriod(running, 'basic', at(32)).start).toEqual(month.end);
  });

  it('leaves no gap and no overlap over 36 renewals, each within the grace', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -29, max: 2 }), { minLength: 36, maxLength: 36 }), (delays) => {
        const periods = delays.reduce<Period[]>(
          (list, delay) => {
            const paidAt = new Date((list.at(-1)?.end.getTime() ?? 0) + delay * day);
            return [...list, nextPeriod({ ...nothing, periods: list }, 'basic', paidAt)];
          },
          [month],
        );
        const gaps = periods.slice(1).map((period, index) => Number(period.start) - Number(periods[index]?.end));
        expect(gaps).toEqual(Array(36).fill(0));
        expect(periods.map(({ start: from, end }) => Number(end) - Number(from))).toEqual(Array(37).fill(30 * day));
      }),
    );
  });

  it('never sells the same time twice, whenever payments arrive', () => {
    const payment = fc.record({
      days: fc.integer({ min: 0, max: 200 }),
      plan: fc.constantFrom<PlanId>('basic', 'premium'),
    });
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 10 }), (payments) => {
        const periods = payments.reduce<Period[]>(
          (list, { days, plan }) => [...list, nextPeriod({ ...nothing, periods: list }, plan, at(days))],
          [],
        );
        periods.slice(1).forEach((period, index) => {
          expect(Number(period.start)).toBeGreaterThanOrEqual(Number(periods[index]?.end));
        });
      }),
    );
  });
});

describe('the table of transitions', () => {
  const act = fc.record({
    event: fc.constantFrom<SubscriptionEvent>('checkout-opened', 'checkout-given-up', 'paid', 'cancelled', 'resumed'),
    afterDays: fc.integer({ min: 0, max: 12 }),
  });

  /** What an act does to what is known. */
  function apply(subscription: Subscription, event: SubscriptionEvent, now: Date): Subscription {
    if (event === 'checkout-opened') return { ...subscription, awaitsPayment: true };
    if (event === 'checkout-given-up') return { ...subscription, awaitsPayment: false };
    if (event === 'cancelled') return { ...subscription, cancelRequestedAt: now };
    if (event === 'resumed') return { ...subscription, cancelRequestedAt: null };
    const periods = [...subscription.periods, nextPeriod(subscription, 'basic', now)];
    return { periods, cancelRequestedAt: null, awaitsPayment: false };
  }

  /** Where time alone may lead from a status. */
  function reachableByTime(status: SubscriptionStatus): SubscriptionStatus[] {
    const ended = after(status, 'period-ended');
    const over = after(ended ?? status, 'grace-ended');
    return [status, ...(ended ? [ended] : []), ...(over ? [over] : [])];
  }

  it('allows exactly the transitions of the table in any history', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let subscription = nothing;
        let now = start;
        for (const { event, afterDays } of acts) {
          const before = statusAt(subscription, now);
          now = new Date(now.getTime() + afterDays * day);
          expect(reachableByTime(before)).toContain(statusAt(subscription, now));
          const next = after(statusAt(subscription, now), event);
          if (next === null) continue;
          subscription = apply(subscription, event, now);
          expect(statusAt(subscription, now)).toBe(next);
        }
      }),
    );
  });

  it('rejects cancelling and resuming without a running subscription', () => {
    for (const status of ['none', 'pending', 'expired'] as const) {
      expect([after(status, 'cancelled'), after(status, 'resumed')]).toEqual([null, null]);
    }
  });
});

describe('graceEnd', () => {
  it('ends the grace three times 24 hours after the period', () => {
    const end = new Date('2026-03-29T00:30:00Z');
    expect(graceEnd({ ...month, end }).toISOString()).toBe('2026-04-01T00:30:00.000Z');
  });
});

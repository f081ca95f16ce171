import fc from 'fast-check';
import type { Period } from './facts';
import {
  after,
  isPaidAhead,
  subscriptionViewAt,
  statusAt,
  type Subscription,
  type SubscriptionEvent,
  type SubscriptionStatus,
} from './subscription';

const day = 86_400_000;
const start = new Date('2026-01-15T10:00:00Z');
const at = (days: number, milliseconds = 0) => new Date(start.getTime() + days * day + milliseconds);
const nothing: Subscription = {
  periods: [],
  cancelRequestedAt: null,
  nextPlan: null,
  renewalOffSince: null,
  latestFactAt: null,
  awaitsPayment: false,
};
const month: Period = {
  paidBy: 'p',
  plan: 'basic',
  start,
  end: at(30),
  paidUntil: at(30),
  refunded: false,
  replaced: false,
  disputed: false,
  suspensions: [],
};
const next: Period = {
  paidBy: 'q',
  plan: 'premium',
  start: at(30),
  end: at(60),
  paidUntil: at(60),
  refunded: false,
  replaced: false,
  disputed: false,
  suspensions: [],
};
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

  it('gives the features of the running period, not those of a period to come', () => {
    const ahead = { ...running, periods: [month, next] };
    expect(subscriptionViewAt(ahead, at(30, -1)).features).toEqual([]);
    expect(subscriptionViewAt(ahead, at(30)).features).toEqual(['unbranded']);
  });

  it('gives the features of the last plan while edits can be saved', () => {
    const premium = { ...nothing, periods: [{ ...month, plan: 'premium' as const }] };
    expect(subscriptionViewAt(premium, at(33, -1)).features).toEqual(['unbranded']);
    expect(subscriptionViewAt(premium, at(33)).features).toEqual([]);
  });

  it('reports the running period, and the next one beside it', () => {
    const shown = subscriptionViewAt({ ...running, periods: [month, next] }, at(4));
    expect(shown).toMatchObject({ status: 'active', plan: 'basic', periodEnd: month.end, next: { plan: 'premium' } });
    expect(subscriptionViewAt(running, at(4)).next).toBeNull();
  });
});

describe('isPaidAhead', () => {
  it('counts a period as paid ahead until it begins', () => {
    const ahead = { ...running, periods: [month, next] };
    expect([at(0), at(30, -1), at(30)].map((now) => isPaidAhead(ahead, now))).toEqual([true, true, false]);
    expect([isPaidAhead(running, at(0)), isPaidAhead(nothing, at(0))]).toEqual([false, false]);
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
    if (event === 'changed') return { ...subscription, nextPlan: 'premium' };
    const last = subscription.periods.at(-1);
    const from = last && ['active', 'past_due', 'cancelling'].includes(statusAt(subscription, now)) ? last.end : now;
    const end = new Date(Number(from) + 30 * day);
    const bought: Period = {
      paidBy: 'p',
      plan: 'basic',
      start: from,
      end,
      paidUntil: end,
      refunded: false,
      replaced: false,
      disputed: false,
      suspensions: [],
    };
    const periods = [...subscription.periods, bought];
    return { ...subscription, periods, cancelRequestedAt: null, awaitsPayment: false };
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

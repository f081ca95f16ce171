import fc from 'fast-check';
import { lives } from '../testing/lives';
import {
  entitledSpans,
  type Fact,
  fold,
  graceEnd,
  instantOfAct,
  isRemarkablyLate,
  type Period,
  type PlanPayment,
} from './facts';
import type { PlanId } from './plans';

const day = 86_400_000;
const start = new Date('2026-01-15T10:00:00Z');
const at = (days: number, milliseconds = 0) => new Date(start.getTime() + Math.round(days * day) + milliseconds);

/** @param name of the order; `u>a` replaces the period of order a */
const paid = (name: string, days: number, plan: PlanId = 'basic', reportedAfter = 0): PlanPayment => ({
  kind: 'payment',
  id: `payment of ${name.split('>')[0]}`,
  orderId: name.split('>')[0] ?? '',
  replaces: name.split('>')[1] ?? null,
  plan,
  paidAt: at(days),
  reportedAt: at(days, reportedAfter),
});
const cancel = (days: number): Fact => ({ kind: 'cancel', at: at(days) });
const resume = (days: number): Fact => ({ kind: 'resume', at: at(days) });
const placesOf = (periods: readonly Period[]) => periods.map((period) => [period.plan, period.start, period.end]);

const isStep = (kind: string | undefined) => kind === 'disputed' || kind === 'won' || kind === 'lost';

/** A second capture of one order is not a fact of the subscription. Disputes belong to their payment. */
function readLife(text: string): Fact[] {
  const orders = new Set<string | undefined>();
  const words = text.split('; ').map((part) => part.split(' '));
  const parts = words.filter(([kind, order]) => {
    if (kind === 'cancel' || kind === 'resume') return true;
    return !isStep(kind) && orders.size !== orders.add(order).size;
  });
  const instant = (kind: string, order: string | undefined) => {
    const found = words.find((each) => each[0] === kind && each[1] === order?.split('>')[0]);
    return found ? at(Number(found[2])) : null;
  };
  return parts.map(([kind, order, days]) => {
    if (kind === 'cancel') return cancel(Number(order));
    if (kind === 'resume') return resume(Number(order));
    const [openedAt, wonAt, lostAt] = ['disputed', 'won', 'lost'].map((step) => instant(step, order));
    const dispute = { openedAt: openedAt ?? null, wonAt: wonAt ?? null, lostAt: lostAt ?? null };
    return { ...paid(String(order), Number(days), kind as PlanId), refundedAt: dispute.lostAt, disputes: [dispute] };
  });
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe('fold', () => {
  it('begins with the payment when nothing runs, also after a cancellation took effect', () => {
    expect(placesOf(fold([paid('a', 7)]).periods)).toEqual([['basic', at(7), at(37)]]);
    expect(fold([paid('a', 0), paid('b', 33)]).periods[1]?.start).toEqual(at(33));
    expect(fold([paid('a', 0), cancel(5), paid('b', 31)]).periods[1]?.start).toEqual(at(31));
  });

  it('begins where the running period or its grace ends', () => {
    expect(fold([paid('a', 0), paid('b', 10)]).periods[1]?.start).toEqual(at(30));
    expect(fold([paid('a', 0), paid('b', 32)]).periods[1]?.start).toEqual(at(30));
  });

  it('ends a period that is refunded, and begins what was paid ahead there', () => {
    const refunded = (fact: PlanPayment, days: number): PlanPayment => ({ ...fact, refundedAt: at(days) });
    const { periods } = fold([refunded(paid('a', 0), 10), paid('b', 5)]);
    expect(placesOf(periods)).toEqual([
      ['basic', at(0), at(10)],
      ['basic', at(10), at(40)],
    ]);
    expect(fold([refunded(paid('a', 0), 10)]).periods.map(graceEnd)).toEqual([at(10)]);
    expect(fold([refunded(paid('a', 0), 10), paid('b', 12)]).periods[1]?.start).toEqual(at(12));
    expect(placesOf(fold([paid('a', 0), refunded(paid('b', 5), 10), paid('c', 6)]).periods)).toEqual([
      ['basic', at(0), at(30)],
      ['basic', at(30), at(60)],
    ]);
    expect(fold([refunded(paid('a', 0), 40)]).periods[0]).toMatchObject({ end: at(30), refunded: false });
  });

  it('begins a payment that is reported more than an hour late when it is reported', () => {
    const hour = 3_600_000;
    expect(fold([paid('a', 0, 'basic', hour)]).periods[0]?.start).toEqual(at(0));
    expect(fold([paid('a', 0, 'basic', hour + 1)]).periods[0]?.start).toEqual(at(0, hour + 1));
    expect(fold([paid('a', 0, 'basic', 40 * day)]).periods[0]?.start).toEqual(at(40));
    expect(fold([paid('a', 0), paid('b', 32, 'basic', 8 * day)]).periods[1]?.start).toEqual(at(40));
  });

  it('leaves thirty days, less an hour, after a payment is reported', () => {
    const payment = fc.record({ days: fc.integer({ min: 0, max: 90 }), late: fc.integer({ min: 0, max: 60 * day }) });
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 6 }), (payments) => {
        const facts = payments.map(({ days, late }, index) => paid(`o${index}`, days, 'basic', late));
        const { periods } = fold(facts);
        for (const { id, reportedAt } of facts) {
          const bought = periods.find(({ paidBy }) => paidBy === id);
          const left = Number(bought?.end) - Math.max(Number(bought?.start), Number(reportedAt));
          const grace = 3 * day; // a renewal in grace begins where the paid time ended
          expect(left).toBeGreaterThanOrEqual(30 * day - 3_600_000 - grace);
        }
      }),
    );
  });

  it('says of a payment reported over three days late that somebody must look into it', () => {
    expect(isRemarkablyLate(paid('a', 0, 'basic', 3 * day))).toBe(false);
    expect(isRemarkablyLate(paid('a', 0, 'basic', 3 * day + 1))).toBe(true);
  });

  it('keeps a cancellation that is newer than a capture reported after it', () => {
    expect(fold([paid('a', 0), cancel(5), paid('b', 4)]).cancelRequestedAt).toEqual(at(5));
    expect(fold([paid('a', 0), cancel(5), paid('b', 6)]).cancelRequestedAt).toBeNull();
  });

  it('lifts a cancellation by a resume or a later payment, also after a lapse', () => {
    expect(fold([paid('a', 0), cancel(5), resume(6)]).cancelRequestedAt).toBeNull();
    expect(fold([paid('a', 0), cancel(5), paid('b', 90)]).cancelRequestedAt).toBeNull();
    expect(fold([paid('a', 0), cancel(5), resume(6), cancel(7)]).cancelRequestedAt).toEqual(at(7));
  });

  it('dates an act after all that the customer knows, also within one millisecond', () => {
    const bought = fold([paid('a', 0)]);
    expect(instantOfAct(bought, at(0))).toEqual(at(0, 1));
    expect(instantOfAct(bought, at(3))).toEqual(at(3));
    expect(instantOfAct(fold([]), at(0))).toEqual(at(0));
    expect(instantOfAct(fold([paid('a', 0), cancel(5)]), at(4))).toEqual(at(5, 1));
  });

  it('stops the time of a disputed payment and adds what was won at its end', () => {
    const disputed = (fact: PlanPayment, from: number, wonAt: number | null, lostAt: number | null = null) => ({
      ...fact,
      refundedAt: lostAt === null ? null : at(lostAt),
      disputes: [
        { openedAt: at(from), wonAt: wonAt === null ? null : at(wonAt), lostAt: lostAt === null ? null : at(lostAt) },
      ],
    });
    const spansOf = (facts: Fact[]) =>
      fold(facts).periods.map((period) => entitledSpans(period).map(({ start: from, until }) => [from, until]));
    expect(placesOf(fold([disputed(paid('a', 0), 5, 9)]).periods)).toEqual([['basic', at(0), at(34)]]);
    expect(spansOf([disputed(paid('a', 0), 5, 9)])).toEqual([
      [
        [at(0), at(5)],
        [at(9), at(37)],
      ],
    ]);
    expect(spansOf([disputed(paid('a', 0), 5, null)])).toEqual([[[at(0), at(5)]]]);
    expect(placesOf(fold([disputed(paid('a', 0), 5, 45)]).periods)).toEqual([['basic', at(0), at(70)]]);
    expect(spansOf([disputed(paid('a', 0), 5, null, 9)])).toEqual([[[at(0), at(5)]]]);
    expect(placesOf(fold([disputed(paid('a', 0), 5, null, 9), paid('b', 6)]).periods)).toEqual([
      ['basic', at(0), at(9)],
      ['basic', at(9), at(39)],
    ]);
    expect(spansOf([disputed(paid('a', 0), 31, 32)])).toEqual([[[at(0), at(31)]]]);
    expect(spansOf([paid('a', 0), disputed(paid('b', 5), 6, 31)])).toEqual([
      [[at(0), at(33)]],
      [
        [at(30), at(30)],
        [at(31), at(64)],
      ],
    ]);
  });

  it('gives thirty days of a payment whatever disputes of it are won', () => {
    const dispute = fc.record({ from: fc.integer({ min: -10, max: 29 }), days: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(fc.array(dispute, { maxLength: 4 }), (won) => {
        const disputes = won.map(({ from, days }) => ({ openedAt: at(from), wonAt: at(from + days), lostAt: null }));
        const [period] = fold([{ ...paid('a', 0), disputes }]).periods;
        const given = entitledSpans(period as Period).reduce(
          (sum, span) => sum + Number(span.until) - Number(span.start),
          0,
        );
        expect(given).toBe(33 * day);
      }),
    );
  });

  it('leaves no gap and no overlap over 36 renewals, each within the grace', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -29, max: 2 }), { minLength: 36, maxLength: 36 }), (delays) => {
        const facts = [paid('o00', 0), ...delays.map((delay, n) => paid(`o${n + 1}`, (n + 1) * 30 + delay))];
        const { periods } = fold(facts);
        const gaps = periods.slice(1).map((period, index) => Number(period.start) - Number(periods[index]?.end));
        expect(gaps).toEqual(Array(36).fill(0));
        expect(periods.map(({ start: from, end }) => Number(end) - Number(from))).toEqual(Array(37).fill(30 * day));
      }),
    );
  });

  it('never sells the same time twice, whenever payments are made and reported', () => {
    const payment = fc.record({ days: fc.integer({ min: 0, max: 200 }), late: fc.integer({ min: 0, max: 9 * day }) });
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 10 }), (payments) => {
        const { periods } = fold(payments.map(({ days, late }, n) => paid(`o${n}`, days, 'basic', late)));
        periods.slice(1).forEach((period, index) => {
          expect(Number(period.start)).toBeGreaterThanOrEqual(Number(periods[index]?.end));
        });
        expect(periods).toHaveLength(payments.length);
      }),
    );
  });

  it.each(lives)('ends alike in every order of: %s', (life) => {
    const facts = readLife(life);
    const inOrder = fold(facts);
    for (const order of permutations(facts)) expect(fold(order)).toEqual(inOrder);
  });
});

describe('graceEnd', () => {
  it('ends the grace three times 24 hours after the period', () => {
    const end = new Date('2026-03-29T00:30:00Z');
    expect(graceEnd({ refunded: false, replaced: false, end }).toISOString()).toBe('2026-04-01T00:30:00.000Z');
  });
});

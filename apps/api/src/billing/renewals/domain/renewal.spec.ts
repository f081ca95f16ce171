import fc from 'fast-check';
import { CheckoutId, TenantId } from '../../../platform/ids/ids';
import { type Fact, fold, graceEnd } from '../../domain/facts';
import { plans } from '../../domain/plans';
import {
  type Attempt,
  dueStep,
  isStillWanted,
  type Mandate,
  mandateTerms,
  minNotice,
  type RenewalFacts,
} from './renewal';

const hour = 3_600_000;
const day = 24 * hour;
const start = new Date('2028-02-01T00:00:00Z'); // a leap year
const at = (days: number) => new Date(Number(start) + Math.round(days * day));
const tenantId = TenantId('018f0000-0000-7000-8000-000000000001');
const paid: Fact = { kind: 'payment', id: 'first', orderId: 'a', plan: 'basic', paidAt: start, reportedAt: start };

const mandate: Mandate = {
  ...mandateTerms('basic', start),
  id: CheckoutId('018f0000-0000-7000-8000-00000000000a'),
  provider: 'sandbox',
  customerId: null,
  mandateId: 'mandate',
  authorisedAt: start,
  endedAt: null,
};

const attempt: Attempt = {
  tenantId,
  orderId: CheckoutId('018f0000-0000-7000-8000-00000000000b'),
  mandateId: mandate.id,
  follows: 'first',
  attempt: 1,
  plan: 'basic',
  price: plans.basic.price,
  description: 'Basic',
  debitAt: at(28),
  noticedAt: at(27),
  requestedAt: null,
  answeredAt: null,
  calledBackAt: null,
};

const factsOf = (facts: readonly Fact[], attempts: readonly Attempt[] = [], about: Partial<RenewalFacts> = {}) => ({
  subscription: { ...fold([paid, ...facts]), awaitsPayment: false },
  mandates: [mandate],
  isClosed: false,
  attempts,
  ...about,
});

const nothing = { ...fold([]), awaitsPayment: false };
const refunded = { ...fold([{ ...paid, refundedAt: at(5) } as Fact]), awaitsPayment: false };

describe('what is due of a renewal', () => {
  it.each([
    ['nothing before three days before the end', factsOf([]), 26.99, undefined],
    ['the notice from then on', factsOf([]), 27, 'announce'],
    ['nothing between notice and debit', factsOf([], [attempt]), 27.99, undefined],
    ['the debit a day after the notice', factsOf([], [attempt]), 28, 'debit'],
    ['the debit a day after a notice that was late', factsOf([], [{ ...attempt, noticedAt: at(27.5) }]), 28, undefined],
    ['the provider’s notice that was not accepted', factsOf([], [{ ...attempt, noticedAt: null }]), 28, 'notify'],
    ['patience with a debit', factsOf([], [{ ...attempt, requestedAt: at(28) }]), 28.01, undefined],
    ['the same debit again without an answer', factsOf([], [{ ...attempt, requestedAt: at(28) }]), 28.05, 'debit'],
    ['a call-back of what is never answered', factsOf([], [{ ...attempt, requestedAt: at(34) }]), 35, 'call-back'],
    ['a new notice after a refusal', factsOf([], [{ ...attempt, answeredAt: at(28) }]), 28, 'announce'],
    ['nothing that the grace does not cover', factsOf([], [{ ...attempt, answeredAt: at(28) }]), 30.97, undefined],
    ['the end of the mandate with the subscription', factsOf([]), 33, 'end'],
    ['the end of the mandate of a payment that was set aside', factsOf([], [], { subscription: nothing }), 0, 'end'],
    ['the end of the mandate of a payment that was given back', factsOf([], [], { subscription: refunded }), 6, 'end'],
    ['a call-back after a cancel', factsOf([{ kind: 'cancel', at: at(27.5) }], [attempt]), 28, 'call-back'],
    ['nothing without consent', factsOf([], [], { mandates: [] }), 28, undefined],
    ['nothing of a closed account', factsOf([], [], { isClosed: true }), 28, undefined],
    [
      'nothing above the maximum',
      factsOf([], [], { mandates: [{ ...mandate, price: { ...mandate.price, amount: 299_901 } }] }),
      28,
      undefined,
    ],
    ['the end of an expired mandate', factsOf([], [], { mandates: [{ ...mandate, expiresAt: at(28) }] }), 28, 'expire'],
    [
      'the notice after a switch back on',
      factsOf([
        { kind: 'renewal-off', at: at(1) },
        { kind: 'renewal-on', at: at(2) },
      ]),
      28,
      'announce',
    ],
  ])('calls for %s', (_what, facts, days, kind) => {
    expect(dueStep(facts, at(days))?.kind).toBe(kind);
  });

  it('follows 36 times without a gap, also over the leap day of 2028', () => {
    const bought = new Date('2026-06-10T12:00:00Z');
    const payments: Fact[] = [{ ...paid, paidAt: bought, reportedAt: bought } as Fact];
    const given = { ...mandate, ...mandateTerms('basic', bought), authorisedAt: bought };
    for (let renewal = 1; renewal <= 36; renewal += 1) {
      const facts = () => ({
        ...factsOf([]),
        subscription: { ...fold(payments), awaitsPayment: false },
        mandates: [given],
      });
      const end = Number(facts().subscription.periods.at(-1)?.end);
      const notice = new Date(end - 3 * day);
      expect(dueStep(facts(), new Date(Number(notice) - 1))).toBeNull();
      const step = dueStep(facts(), notice);
      if (step?.kind !== 'announce') throw new Error('A renewal is announced three days before the end.');
      const { debitAt: paidAt } = step;
      expect(step.renewal.after.paidBy).toBe(payments.length === 1 ? 'first' : `renewal ${renewal - 1}`);
      payments.push({ ...paid, id: `renewal ${renewal}`, orderId: `${renewal}`, paidAt, reportedAt: paidAt } as Fact);
    }
    const { periods } = fold(payments);
    const startOf = (index: number) => new Date(Number(bought) + index * 30 * day);
    expect(periods.map(({ start: from, end }) => [from, end])).toEqual(
      Array.from({ length: 37 }, (_, index) => [startOf(index), startOf(index + 1)]),
    );
    const leapDay = new Date('2028-02-29T12:00:00Z');
    const around = periods.find(({ start: from, end }) => from <= leapDay && leapDay < end);
    expect([around?.start, around?.end]).toEqual([new Date('2028-01-31T12:00:00Z'), new Date('2028-03-01T12:00:00Z')]);
  });

  it('ends after four tries, without those that were called back', () => {
    const tries = (calledBackAt: Date | null) =>
      [1, 2, 3, 4].map((each) => ({ ...attempt, attempt: each, answeredAt: at(28), calledBackAt }));
    expect(dueStep(factsOf([], tries(null)), at(28))).toBeNull();
    expect(dueStep(factsOf([], tries(at(28))), at(28))).toMatchObject({ kind: 'announce', attempt: 5 });
  });

  it('never debits without a notice, twice at a time, or too late for the grace', () => {
    const acts = fc.array(
      fc.record({
        kind: fc.constantFrom('cancel', 'resume', 'renewal-off', 'renewal-on'),
        hours: fc.integer({ min: 1, max: 800 }),
      }),
      { maxLength: 6 },
    );
    const answers = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(acts, answers, (asked, delays) => {
        const known: Fact[] = asked.map(({ kind, hours }) => ({ kind, at: at(hours / 24) }) as Fact);
        const attempts: (Attempt & { answerAt?: number })[] = [];
        for (let hours = 0; hours < 900; hours += 1) {
          const now = at(hours / 24);
          const until = known.filter((fact) => fact.kind === 'payment' || fact.at <= now);
          for (const each of attempts) {
            if (each.answerAt !== undefined && each.answerAt <= hours) each.answeredAt ??= now;
          }
          const facts = factsOf(until, attempts);
          const step = dueStep(facts, now);
          if (step?.kind === 'announce') {
            const { debitAt } = step;
            expect(attempts.filter((each) => !each.answeredAt && !each.calledBackAt)).toEqual([]);
            const end = facts.subscription.periods.at(-1);
            expect(end && Number(debitAt) + day <= Number(graceEnd(end))).toBe(true);
            attempts.push({ ...attempt, attempt: step.attempt, debitAt, noticedAt: null });
          }
          if (step?.kind === 'notify') Object.assign(step.attempt, { noticedAt: now });
          if (step?.kind === 'call-back') Object.assign(step.attempt, { calledBackAt: now });
          if (step?.kind === 'debit') {
            expect(Number(now) - Number(step.attempt.noticedAt)).toBeGreaterThanOrEqual(minNotice);
            expect(isStillWanted(facts, step.attempt)).toBe(true);
            const answerAt = hours + (delays[step.attempt.attempt] ?? 0);
            Object.assign(step.attempt, { requestedAt: now, answerAt });
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a debit that was announced', () => {
  it.each([
    ['wanted as long as nothing has changed', factsOf([]), true],
    ['wanted after its mandate has ended', factsOf([], [], { mandates: [{ ...mandate, endedAt: at(28) }] }), true],
    ['not wanted after a cancel', factsOf([{ kind: 'cancel', at: at(28) }]), false],
    [
      'wanted after the cancel was taken back',
      factsOf([
        { kind: 'cancel', at: at(28) },
        { kind: 'resume', at: at(28.1) },
      ]),
      true,
    ],
    ['not wanted after the switch', factsOf([{ kind: 'renewal-off', at: at(28) }]), false],
    ['not wanted after another plan was chosen', factsOf([{ kind: 'change', plan: 'premium', at: at(28) }]), false],
    [
      'not wanted after the next period was paid by hand',
      factsOf([{ ...paid, id: 'hand', orderId: 'b', paidAt: at(28), reportedAt: at(28) } as Fact]),
      false,
    ],
    ['not wanted of a closed account', factsOf([], [], { isClosed: true }), false],
  ])('stays or ceases to be wanted: %s', (_what, facts, isWanted) => {
    expect(isStillWanted(facts, attempt)).toBe(isWanted);
  });
});

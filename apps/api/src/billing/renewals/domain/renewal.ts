import type { CheckoutId, TenantId } from '../../../platform/ids/ids';
import { graceEnd, type Period } from '../../domain/facts';
import { type Money, type PlanId, plans } from '../../domain/plans';
import { isRunning, type Subscription, statusAt, suspendedSince } from '../../domain/subscription';

const hour = 3_600_000;

/** How long before the end of paid time its renewal is announced, in milliseconds. */
export const announceBefore = 72 * hour;

/** How long after its notice a debit is asked for, in milliseconds: a day by law, and an hour for the notice to arrive. */
const noticePeriod = 25 * hour;

/** How long after the provider has accepted a notice it debits at the earliest, in milliseconds. */
export const minNotice = 24 * hour;

/** How long a bank may take to answer a debit, in milliseconds; Stripe and Razorpay notify the customer themselves first, and debit a day later. */
const answerPeriods: Readonly<Record<string, number>> = { stripe: 48 * hour, razorpay: 36 * hour };
const usualAnswerPeriod = 24 * hour;

/** How often a renewal is tried at most: once, and three times again, as UPI has it. */
const maxAttempts = 4;

/** How long the provider is left alone with a debit before it is asked again, which changes nothing when it has answered, in milliseconds. */
const patience = hour;

/** How long an answer is waited for before another try may be announced, in milliseconds; what is captured later is refunded. */
const longestAnswer = 7 * 24 * hour;

/** How long a mandate lives, in milliseconds: the buyer's bank shows it. */
const mandateLife = 5 * 365 * 24 * hour;

/** What a customer is asked to consent to. */
export interface MandateTerms {
  plan: PlanId;
  /** What a period of the plan costs as long as the mandate lives. */
  price: Money;
  /** The most that one debit may be. */
  maximum: Money;
  expiresAt: Date;
}

/** A customer's standing consent that a provider debits renewals. */
export interface Mandate extends MandateTerms {
  /** The order whose checkout asked for it. */
  id: CheckoutId;
  provider: string;
  /** The provider's id of the customer, where it has one. */
  customerId: string | null;
  /** The provider's id of it. */
  mandateId: string;
  authorisedAt: Date;
  endedAt: Date | null;
}

/** One try to debit a renewal. */
export interface Attempt {
  tenantId: TenantId;
  orderId: CheckoutId;
  mandateId: CheckoutId;
  /** The payment of the period that it continues. */
  follows: string;
  attempt: number;
  plan: PlanId;
  price: Money;
  description: string;
  debitAt: Date;
  noticedAt: Date | null;
  requestedAt: Date | null;
  answeredAt: Date | null;
  calledBackAt: Date | null;
}

/** All that decides about a tenant's renewals. */
export interface RenewalFacts {
  subscription: Subscription;
  /** The tenant is closed or blocked. */
  isClosed: boolean;
  /** Those that were authorised. */
  mandates: readonly Mandate[];
  /** The unanswered one, and those that follow the last period. */
  attempts: readonly Attempt[];
}

/** What will be debited unless the customer decides otherwise. */
export interface PlannedRenewal {
  mandate: Mandate;
  plan: PlanId;
  price: Money;
  /** The period that it continues. */
  after: Period;
}

/** What is due of a tenant's renewals at an instant. */
export type RenewalStep =
  | { kind: 'announce'; renewal: PlannedRenewal; attempt: number; debitAt: Date }
  | { kind: 'notify' | 'debit'; attempt: Attempt; mandate: Mandate }
  | { kind: 'call-back'; attempt: Attempt }
  | { kind: 'expire' | 'end'; mandate: Mandate };

/** What a buyer of a plan is asked to consent to: debits up to the price of the dearest plan. */
export function mandateTerms(plan: PlanId, now: Date): MandateTerms {
  const [dearest] = Object.values(plans).sort((one, other) => other.price.amount - one.price.amount);
  const { price } = plans[plan];
  return { plan, price, maximum: dearest?.price ?? price, expiresAt: new Date(Number(now) + mandateLife) };
}

/** The mandate that debits: the last one, unless it has ended or expired. */
export function usableMandate({ mandates }: RenewalFacts, now: Date): Mandate | null {
  const [last] = mandates.toSorted((one, other) => Number(other.authorisedAt) - Number(one.authorisedAt));
  return last && last.endedAt === null && now < last.expiresAt ? last : null;
}

/** Whether the customer has switched automatic renewal off since a mandate was authorised. */
export function isSwitchedOff({ renewalOffSince }: Subscription, { authorisedAt }: Mandate): boolean {
  return renewalOffSince !== null && authorisedAt <= renewalOffSince;
}

/** What follows the paid time by a mandate, as long as the customer wants it to; null when they do not, or nothing is to be continued. */
function agreedRenewal({ subscription, isClosed }: RenewalFacts, mandate: Mandate): PlannedRenewal | null {
  const after = subscription.periods.at(-1);
  if (!after || after.refunded || isClosed || subscription.cancelRequestedAt !== null) return null;
  if (isSwitchedOff(subscription, mandate)) return null;
  return { mandate, ...continuation(subscription, mandate), after };
}

/** The plan after the paid time, and its price: that of the plan that the mandate was given for stays as it was then. */
export function continuation(
  { nextPlan, periods }: Subscription,
  mandate: Mandate,
): Pick<PlannedRenewal, 'plan' | 'price'> {
  const plan = nextPlan ?? periods.at(-1)?.plan ?? mandate.plan;
  return { plan, price: plan === mandate.plan ? mandate.price : plans[plan].price };
}

/** What will be debited at the end of the paid time; null when nothing will. */
export function plannedRenewal(facts: RenewalFacts, now: Date): PlannedRenewal | null {
  const { subscription } = facts;
  const mandate = usableMandate(facts, now);
  const renewal = mandate && agreedRenewal(facts, mandate);
  if (!renewal || !isRunning(statusAt(subscription, now)) || suspendedSince(subscription, now) !== null) return null;
  return renewal.price.amount > renewal.mandate.maximum.amount ? null : renewal;
}

/**
 * Whether the customer wants a debit as it was announced to them: what was cancelled, changed, paid by hand or closed since is not
 * wanted, and captured all the same it is refunded. Time decides nothing here, and neither does the bank.
 */
export function isStillWanted(facts: RenewalFacts, attempt: Attempt): boolean {
  const mandate = facts.mandates.find(({ id }) => id === attempt.mandateId);
  const renewal = mandate && agreedRenewal(facts, mandate);
  return attempt.calledBackAt === null && !!renewal && isOf(renewal, attempt);
}

/** When the next debit is asked for, or was announced for. */
export function nextDebitAt(facts: RenewalFacts, { after }: PlannedRenewal, now: Date): Date {
  const open = facts.attempts.find(isOpen);
  return open?.debitAt ?? new Date(Math.max(Number(after.end) - announceBefore, Number(now)) + noticePeriod);
}

/**
 * What is due now: one try at a time, a new one only after the answer to the last one, each with its own notice, and none whose answer
 * might come after the grace.
 */
export function dueStep(facts: RenewalFacts, now: Date): RenewalStep | null {
  const open = facts.attempts.find(isOpen);
  if (open) return stepOf(open, facts, now);
  const renewal = plannedRenewal(facts, now);
  return renewal ? announcement(renewal, facts, now) : endOfMandate(facts, now);
}

function announcement(renewal: PlannedRenewal, { attempts }: RenewalFacts, now: Date): RenewalStep | null {
  const { after, mandate } = renewal;
  const answerPeriod = answerPeriods[mandate.provider] ?? usualAnswerPeriod;
  const debitAt = new Date(Number(now) + noticePeriod);
  const isDue = Number(after.end) - announceBefore <= Number(now);
  const isInTime = Number(debitAt) + answerPeriod <= Number(graceEnd(after));
  const earlier = attempts.filter(({ follows }) => follows === after.paidBy);
  const isTried = earlier.filter(({ calledBackAt }) => calledBackAt === null).length >= maxAttempts;
  if (!isDue || !isInTime || isTried) return null;
  const attempt = Math.max(0, ...earlier.map((each) => each.attempt)) + 1;
  return { kind: 'announce', renewal, attempt, debitAt };
}

/** A mandate that has expired, or whose subscription is over or has never begun: its payment was set aside or given back. */
function endOfMandate(facts: RenewalFacts, now: Date): RenewalStep | null {
  const expired = facts.mandates.find(({ endedAt, expiresAt }) => endedAt === null && expiresAt <= now);
  if (expired) return { kind: 'expire', mandate: expired };
  const mandate = usableMandate(facts, now);
  return mandate && !isRunning(statusAt(facts.subscription, now)) ? { kind: 'end', mandate } : null;
}

function stepOf(attempt: Attempt, facts: RenewalFacts, now: Date): RenewalStep | null {
  const { requestedAt, noticedAt, debitAt } = attempt;
  const mandate = facts.mandates.find(({ id }) => id === attempt.mandateId);
  if (!mandate) throw new Error('A renewal is debited by a mandate.');
  if (requestedAt !== null) {
    if (Number(now) - Number(debitAt) >= longestAnswer) return { kind: 'call-back', attempt };
    const isForgotten = Number(now) - Number(requestedAt) >= patience;
    return isForgotten && isStillWanted(facts, attempt) ? { kind: 'debit', attempt, mandate } : null;
  }
  const planned = plannedRenewal(facts, now);
  if (planned?.mandate.id !== mandate.id || !isOf(planned, attempt)) return { kind: 'call-back', attempt };
  if (noticedAt === null) return { kind: 'notify', attempt, mandate };
  const earliest = Math.max(Number(debitAt), Number(noticedAt) + minNotice);
  return earliest <= Number(now) ? { kind: 'debit', attempt, mandate } : null;
}

/** Neither answered nor called back. */
function isOpen({ answeredAt, calledBackAt }: Attempt): boolean {
  return answeredAt === null && calledBackAt === null;
}

function isOf({ plan, price, after }: PlannedRenewal, attempt: Attempt): boolean {
  return plan === attempt.plan && price.amount === attempt.price.amount && after.paidBy === attempt.follows;
}

import { type Dispute, suspend, type Suspension } from './dispute';
import { type PlanId, plans } from './plans';

const day = 86_400_000;

/** How long after a period's end editing goes on and its credits live, in days. */
const graceDays = 3;

/** How long after its capture a payment may be reported and still begin its time at the capture, in milliseconds. */
const maxPromptDelay = 3_600_000;

/** How long after its capture a payment may be reported without anybody having to look into it, in milliseconds. */
const maxUnremarkedDelay = 3 * day;

/** Money that was captured for a plan. */
export interface PlanPayment {
  kind: 'payment';
  id: string;
  /** What was paid. It is the same whichever of its captures was reported first, and decides between equal instants. */
  orderId: string;
  plan: PlanId;
  /** Of an upgrade: the order whose period it replaces. */
  replaces?: string | null;
  paidAt: Date;
  /** When we heard of it. */
  reportedAt: Date;
  /** When all of it had been given back; null as long as it is not. */
  refundedAt?: Date | null;
  disputes?: readonly Dispute[];
}

/** What the customer asked for: to end, to go on after all, to go on with another plan after the paid time, or to be debited for it or not. */
export type SubscriptionAct =
  { kind: 'cancel' | 'resume' | 'renewal-off' | 'renewal-on'; at: Date } | { kind: 'change'; plan: PlanId; at: Date };

/** What is known of a tenant's subscription, in no order. Everything else follows from it. */
export type Fact = PlanPayment | SubscriptionAct;

/** A prepaid stretch of time of one plan: from its start until the instant before its end. */
export interface Period {
  /** The id of the payment that bought it. */
  paidBy: string;
  plan: PlanId;
  start: Date;
  end: Date;
  /** Where its paid time ends, or would end if no upgrade had replaced it: its credits live by it. */
  paidUntil: Date;
  /** It ended when its payment was given back: without days of grace. */
  refunded: boolean;
  /** It ended when an upgrade was paid: without days of grace. */
  replaced: boolean;
  /** Its payment is or was disputed. */
  disputed: boolean;
  /** When its time is stopped by disputes, in order; none overlaps another. */
  suspensions: readonly Suspension[];
}

/** What follows from the facts, whatever the order in which they were reported. */
export interface History {
  /** In the order of their start; none overlaps another. */
  periods: readonly Period[];
  /** Since when the subscription is to end with its paid time; null when it goes on. */
  cancelRequestedAt: Date | null;
  /** The plan that was chosen for the time after the paid one; null when the plan stays. */
  nextPlan: PlanId | null;
  /** Since when automatic renewal is switched off; null when the customer has not, or has switched it on again. */
  renewalOffSince: Date | null;
  /** The instant of the latest fact; null without any. */
  latestFactAt: Date | null;
}

/** The first instant at which a period's credits are gone and editing has ended, unless another period follows. */
export function graceEnd({ end, refunded, replaced }: Pick<Period, 'end' | 'refunded' | 'replaced'>): Date {
  return refunded || replaced ? end : new Date(end.getTime() + graceDays * day);
}

/** When what is left of a period's credits expires; null while a dispute stops the period's time. */
export function creditsExpireAt(period: Period): Date | null {
  const isStopped = period.suspensions.some(({ from, until }) => until === null && from < period.end);
  if (isStopped) return null;
  return period.replaced ? new Date(period.paidUntil.getTime() + graceDays * day) : graceEnd(period);
}

/** A stretch in which a period gives its plan: until the instant before another. */
export interface EntitledSpan {
  start: Date;
  until: Date;
}

/**
 * The stretches in which a period gives its plan, with its grace and without its suspensions. None but the first begins after the
 * period's end, where the next period may have begun; the first is there also when it is empty.
 */
export function entitledSpans(period: Period): EntitledSpan[] {
  const last = graceEnd(period);
  const stops = period.suspensions.filter(({ from }) => from < last);
  const starts = [period.start, ...stops.map(({ until }) => until)];
  const spans = starts.flatMap((start, index) =>
    start !== null && (index === 0 || start < period.end) ? [{ start, until: stops[index]?.from ?? last }] : [],
  );
  return spans.filter(({ start, until }, index) => index === 0 || start < until);
}

/** Whether a payment was reported so late that somebody must look into it. */
export function isRemarkablyLate({ paidAt, reportedAt }: Pick<PlanPayment, 'paidAt' | 'reportedAt'>): boolean {
  return Number(reportedAt) - Number(paidAt) > maxUnremarkedDelay;
}

/** Paid time begins at the capture, or when a payment is reported that the buyer had to wait for: waiting costs nothing. */
export function startOfPaidTime({ paidAt, reportedAt }: Pick<PlanPayment, 'paidAt' | 'reportedAt'>): Date {
  return Number(reportedAt) - Number(paidAt) > maxPromptDelay ? reportedAt : paidAt;
}

/**
 * The history that follows from the facts. Payments buy their time one after the other, each from where the running time or
 * its grace leaves off, or else from its own instant. An upgrade ends the running period that it replaces and begins at once; what
 * was paid ahead follows it. A payment that was given back ends its time at that instant, and what was paid ahead begins there; one
 * that is disputed stops its time until that is decided. A cancel stands until a later payment or resume, a change of plan until
 * a later payment.
 */
export function fold(facts: readonly Fact[]): History {
  const payments = facts.filter((fact) => fact.kind === 'payment').sort(compare);
  const acts = facts.filter((fact) => fact.kind !== 'payment');
  let slots: Slot[] = [];
  for (const [index, payment] of payments.entries()) {
    const from = startOfPaidTime(payment);
    const cancelled = standingCancel(payments.slice(0, index), acts, from) !== null;
    slots = withSlot(slots, { payment, cancelled, replacedAt: null });
  }
  const instants = [...payments.map(({ paidAt }) => Number(paidAt)), ...acts.map(({ at }) => Number(at))];
  return {
    periods: placed(slots),
    cancelRequestedAt: standingCancel(payments, acts, null),
    nextPlan: standingChange(payments, acts),
    renewalOffSince: standingSwitch(acts),
    latestFactAt: instants.length === 0 ? null : new Date(Math.max(...instants)),
  };
}
/** When an act happens that is asked for now: later than every fact that the customer could know. */
export function instantOfAct({ latestFactAt }: History, now: Date): Date {
  return latestFactAt === null ? now : new Date(Math.max(Number(now), Number(latestFactAt) + 1));
}

/** A payment in the order in which time is given. */
interface Slot {
  payment: PlanPayment;
  /** The subscription was cancelled when it was paid: there is no grace to follow on. */
  cancelled: boolean;
  /** When an upgrade took its place. */
  replacedAt: Date | null;
}

/** Adds a payment: at the end, or, when it upgrades a running period, after that. */
function withSlot(slots: Slot[], slot: Slot): Slot[] {
  const { replaces, refundedAt = null } = slot.payment;
  const from = startOfPaidTime(slot.payment);
  const index = slots.findIndex(({ payment }) => payment.orderId === replaces);
  const old = slots[index];
  const period = old && placed(slots).find(({ paidBy }) => paidBy === old.payment.id);
  const isRunning = period && period.start < from && from < period.end;
  if (!old || !isRunning || (refundedAt !== null && refundedAt <= from)) return [...slots, slot];
  return [...slots.slice(0, index), { ...old, replacedAt: from }, slot, ...slots.slice(index + 1)];
}

/** The periods of payments, one after the other. */
function placed(slots: readonly Slot[]): Period[] {
  const periods: Period[] = [];
  for (const { payment, cancelled, replacedAt } of slots) {
    const from = startOfPaidTime(payment);
    const last = periods.at(-1);
    const follows = last !== undefined && from < (cancelled ? last.end : graceEnd(last));
    const start = follows ? last.end : from;
    const paidEnd = new Date(start.getTime() + plans[payment.plan].periodDays * day);
    const disputes = payment.disputes ?? [];
    const { end: paidUntil, suspensions } = suspend(start, paidEnd, disputes);
    const { refundedAt = null } = payment;
    if (refundedAt !== null && refundedAt <= start) continue;
    const until = replacedAt ?? paidUntil;
    const refunded = refundedAt !== null && refundedAt < until;
    const replaced = replacedAt !== null && !refunded;
    const time = { start, end: refunded ? refundedAt : until, paidUntil, refunded, replaced };
    periods.push({ paidBy: payment.id, plan: payment.plan, ...time, disputed: disputes.length > 0, suspensions });
  }
  return periods;
}

function compare(one: PlanPayment, other: PlanPayment): number {
  return (
    Number(startOfPaidTime(one)) - Number(startOfPaidTime(other)) ||
    Number(one.paidAt) - Number(other.paidAt) ||
    (one.orderId < other.orderId ? -1 : 1)
  );
}

/** The last cancel until an instant (null: of all) that is later than every payment's capture and every resume. */
function standingCancel(
  payments: readonly PlanPayment[],
  acts: readonly SubscriptionAct[],
  until: Date | null,
): Date | null {
  const known = acts.filter(({ at }) => until === null || at <= until);
  const times = (kind: SubscriptionAct['kind']) => known.filter((act) => act.kind === kind).map(({ at }) => Number(at));
  const cancelledAt = Math.max(...times('cancel'));
  const goesOn = Math.max(...times('resume'), ...payments.map(({ paidAt }) => Number(paidAt)));
  return cancelledAt > goesOn ? new Date(cancelledAt) : null;
}

/** The last switch, when it is off. */
function standingSwitch(acts: readonly SubscriptionAct[]): Date | null {
  const switches = acts.filter(({ kind }) => kind === 'renewal-off' || kind === 'renewal-on');
  const last = switches.sort((one, other) => Number(other.at) - Number(one.at))[0];
  return last?.kind === 'renewal-off' ? last.at : null;
}

/** The last change of plan that is later than every payment's capture. */
function standingChange(payments: readonly PlanPayment[], acts: readonly SubscriptionAct[]): PlanId | null {
  const paidAt = Math.max(...payments.map((payment) => Number(payment.paidAt)));
  const changes = acts.filter((act) => act.kind === 'change').filter(({ at }) => Number(at) > paidAt);
  return changes.sort((one, other) => Number(other.at) - Number(one.at))[0]?.plan ?? null;
}

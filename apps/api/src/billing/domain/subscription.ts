import { type PlanId, plans } from './plans';

const day = 86_400_000;

/** How long after a period's end editing goes on and its credits live, in days. */
const graceDays = 3;

/** How long an unpaid checkout counts as a payment that may still come, in milliseconds. */
export const checkoutPatience = day;

/** A prepaid stretch of time of one plan: from its start until the instant before its end. */
export interface Period {
  plan: PlanId;
  start: Date;
  end: Date;
}

/** What is known of a tenant's subscription; everything else follows from it and the time. */
export interface Subscription {
  /** In the order of their start, without gap or overlap where one follows the other; at least the latest. */
  periods: readonly Period[];
  cancelRequestedAt: Date | null;
  /** A plan's checkout was opened and may still be paid. */
  awaitsPayment: boolean;
}

export type SubscriptionStatus = 'none' | 'pending' | 'active' | 'past_due' | 'cancelling' | 'expired';

/** What happens to a subscription, by people, payments and time. */
export type SubscriptionEvent =
  'checkout-opened' | 'checkout-given-up' | 'paid' | 'cancelled' | 'resumed' | 'period-ended' | 'grace-ended';

/** Where each event leads. The table is closed: an event that is not listed is refused. */
const transitions: Record<SubscriptionStatus, Partial<Record<SubscriptionEvent, SubscriptionStatus>>> = {
  none: { 'checkout-opened': 'pending', paid: 'active' },
  pending: { 'checkout-opened': 'pending', 'checkout-given-up': 'none', paid: 'active' },
  active: { paid: 'active', cancelled: 'cancelling', resumed: 'active', 'period-ended': 'past_due' },
  past_due: { paid: 'active', cancelled: 'expired', resumed: 'past_due', 'grace-ended': 'expired' },
  cancelling: { paid: 'active', cancelled: 'cancelling', resumed: 'active', 'period-ended': 'expired' },
  expired: { 'checkout-opened': 'expired', paid: 'active' },
};

/** The status that an event leads to, or null where it has no place. */
export function after(status: SubscriptionStatus, event: SubscriptionEvent): SubscriptionStatus | null {
  return transitions[status][event] ?? null;
}

/** The status at an instant. */
export function statusAt({ periods, cancelRequestedAt, awaitsPayment }: Subscription, now: Date): SubscriptionStatus {
  const last = periods.at(-1);
  if (!last) return awaitsPayment ? 'pending' : 'none';
  if (now < last.end) return cancelRequestedAt ? 'cancelling' : 'active';
  return !cancelRequestedAt && now < graceEnd(last) ? 'past_due' : 'expired';
}

/** A subscription runs while it is paid for or within its days of grace. */
export function isRunning(status: SubscriptionStatus): boolean {
  return status === 'active' || status === 'past_due' || status === 'cancelling';
}

/** The first instant at which a period's credits are gone and editing has ended, unless another period follows. */
export function graceEnd({ end }: Period): Date {
  return new Date(end.getTime() + graceDays * day);
}

/** The period that a payment buys: at once, or from where the running time and its days of grace leave off. */
export function nextPeriod(subscription: Subscription, plan: PlanId, paidAt: Date): Period {
  const last = subscription.periods.at(-1);
  const follows = last !== undefined && isRunning(statusAt(subscription, paidAt));
  const start = follows ? last.end : paidAt;
  return { plan, start, end: new Date(start.getTime() + plans[plan].periodDays * day) };
}

/** A subscription as its owner sees it. */
export interface SubscriptionView {
  status: SubscriptionStatus;
  plan: PlanId | null;
  periodStart: Date | null;
  periodEnd: Date | null;
  daysLeft: number | null;
  cancelAtPeriodEnd: boolean;
  canEdit: boolean;
  /** What the plan allows beyond editing, while edits can be saved. */
  features: readonly string[];
}

/** What a subscription means at an instant; days that have begun are counted as left. */
export function subscriptionViewAt(subscription: Subscription, now: Date): SubscriptionView {
  const status = statusAt(subscription, now);
  const last = subscription.periods.at(-1);
  const canEdit = last !== undefined && now < graceEnd(last);
  const period = subscription.periods.find(({ end }) => now < end) ?? last;
  return {
    status,
    plan: period?.plan ?? null,
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    daysLeft: period ? Math.max(0, Math.ceil((period.end.getTime() - now.getTime()) / day)) : null,
    cancelAtPeriodEnd: status === 'cancelling',
    canEdit,
    features: canEdit ? plans[last.plan].features : [],
  };
}

import { suspensionAt } from './dispute';
import { graceEnd, type History, type Period } from './facts';
import { type PlanId, plans } from './plans';

const day = 86_400_000;

/** How long an unpaid checkout counts as a payment that may still come, in milliseconds. */
export const checkoutPatience = day;

/** What is known of a tenant's subscription; everything else follows from it and the time. */
export interface Subscription extends History {
  /** A plan's checkout was opened and may still be paid. */
  awaitsPayment: boolean;
}

export type SubscriptionStatus = 'none' | 'pending' | 'active' | 'past_due' | 'cancelling' | 'expired';

/** What happens to a subscription, by people, payments and time. */
export type SubscriptionEvent =
  | 'checkout-opened'
  | 'checkout-given-up'
  | 'paid'
  | 'cancelled'
  | 'resumed'
  | 'changed'
  | 'period-ended'
  | 'grace-ended';

/** Where each event leads. The table is closed: an event that is not listed is rejected. */
const transitions: Record<SubscriptionStatus, Partial<Record<SubscriptionEvent, SubscriptionStatus>>> = {
  none: { 'checkout-opened': 'pending', paid: 'active' },
  pending: { 'checkout-opened': 'pending', 'checkout-given-up': 'none', paid: 'active' },
  active: {
    'checkout-opened': 'active',
    paid: 'active',
    cancelled: 'cancelling',
    resumed: 'active',
    changed: 'active',
    'period-ended': 'past_due',
  },
  past_due: {
    'checkout-opened': 'past_due',
    paid: 'active',
    cancelled: 'expired',
    resumed: 'past_due',
    changed: 'past_due',
    'grace-ended': 'expired',
  },
  cancelling: {
    'checkout-opened': 'cancelling',
    paid: 'active',
    cancelled: 'cancelling',
    resumed: 'active',
    changed: 'cancelling',
    'period-ended': 'expired',
  },
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

/** Since when the running period, or the last one, is disputed; null while it is not. */
export function suspendedSince({ periods }: History, now: Date): Date | null {
  const period = periods.find(({ end }) => now < end) ?? periods.at(-1);
  return (period && suspensionAt(period.suspensions, now)?.from) ?? null;
}

/** Whether the period after the running one is paid: nobody buys more than one ahead. */
export function isPaidAhead({ periods }: History, now: Date): boolean {
  const last = periods.at(-1);
  return last !== undefined && now < last.start;
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
  /** Since when its payment is disputed, so that edits cannot be saved. */
  suspendedSince: Date | null;
  /** The period that is paid and has not begun. */
  next: Pick<Period, 'plan' | 'start' | 'end'> | null;
  /** Another plan that was chosen for the time after the paid one. */
  nextPlan: PlanId | null;
  /** What the plan allows beyond editing, while edits can be saved. */
  features: readonly string[];
}

/** What a subscription means at an instant; days that have begun are counted as left. */
export function subscriptionViewAt(subscription: Subscription, now: Date): SubscriptionView {
  const status = statusAt(subscription, now);
  const last = subscription.periods.at(-1);
  const suspended = suspendedSince(subscription, now);
  const canEdit = last !== undefined && suspended === null && now < graceEnd(last);
  const period = subscription.periods.find(({ end }) => now < end) ?? last;
  return {
    status,
    plan: period?.plan ?? null,
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    daysLeft: period ? Math.max(0, Math.ceil((period.end.getTime() - now.getTime()) / day)) : null,
    cancelAtPeriodEnd: status === 'cancelling',
    canEdit,
    suspendedSince: suspended,
    next: subscription.periods.find(({ start }) => now < start) ?? null,
    nextPlan: isRunning(status) && last?.plan !== subscription.nextPlan ? subscription.nextPlan : null,
    features: canEdit && period ? plans[period.plan].features : [],
  };
}

import { suspendedSince, type Subscription, statusAt } from '../domain/subscription';
import type { Period } from '../domain/facts';

const day = 86_400_000;

/** How many days before the end of paid time its customer is reminded. */
const reminderDays = [7, 1] as const;

/** The first instant at which the earliest reminder of an end is not yet due. */
export function reminderHorizon(now: Date): Date {
  return new Date(now.getTime() + Math.max(...reminderDays) * day);
}

/** A reminder that is due. */
interface Reminder {
  period: Period;
  days: (typeof reminderDays)[number];
}

/** The reminder that is due at an instant: none once the next period is paid, the subscription is cancelled, or its time is disputed. */
export function dueReminder(subscription: Subscription, now: Date): Reminder | null {
  const period = subscription.periods.at(-1);
  if (!period || now < period.start || statusAt(subscription, now) !== 'active') return null;
  if (suspendedSince(subscription, now) !== null) return null;
  const left = Number(period.end) - Number(now);
  const days = reminderDays.filter((each) => left <= each * day).at(-1);
  return days === undefined ? null : { period, days };
}

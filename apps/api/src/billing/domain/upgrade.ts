import { suspensionAt } from './dispute';
import type { Period } from './facts';
import type { Order } from './order';
import { type Money, type PlanId, plans } from './plans';
import { isPaidAhead, type Subscription } from './subscription';

const hour = 3_600_000;
const day = 24 * hour;

/** How long the price of an upgrade is offered, in milliseconds: meanwhile time is used that it was reduced by. */
export const priceHolds = day;

/**
 * Whether an upgrade was captured after its price: who saw the price has an hour to pay, unless a newer order was placed meanwhile.
 * Two orders of which both could be paid would reduce two prices by the time of one period.
 */
export function isPaidTooLate(
  { openedAt, pricedAgainAt }: { openedAt: Date; pricedAgainAt: Date | null },
  paidAt: Date,
): boolean {
  return Number(paidAt) - Number(openedAt) > priceHolds + hour || (pricedAgainAt !== null && pricedAgainAt <= paidAt);
}

/** Whether a plan costs more than another. */
export function isDearer(plan: PlanId, other: PlanId): boolean {
  return plans[plan].price.amount > plans[other].price.amount;
}

/** The running period, which an upgrade would replace; null when it is disputed or the next one is paid. */
export function replaceablePeriod(subscription: Subscription, now: Date): Period | null {
  const period = subscription.periods.find(({ start, end }) => start < now && now < end);
  if (!period || suspensionAt(period.suspensions, now) || isPaidAhead(subscription, now)) return null;
  return period;
}

/**
 * The price of an upgrade: that of the plan without the value of the unused time, rounded to the paisa in the buyer's favour.
 * @param value what was paid for the running period and not given back, in paise
 */
export function upgradePrice(plan: PlanId, period: Pick<Period, 'plan' | 'end'>, value: number, now: Date): Money {
  const whole = plans[period.plan].periodDays * day;
  const unused = Math.min(whole, Number(period.end) - Number(now));
  const { amount, currency } = plans[plan].price;
  return { amount: amount - Math.ceil((value * unused) / whole), currency };
}

/** The order of an upgrade. @param replaces the order that bought the running period */
export function orderUpgrade(plan: PlanId, from: PlanId, replaces: string, price: Money): Order {
  const { name, credits, periodDays } = plans[plan];
  const description = `${name}, ${periodDays} days, ${credits} credits, upgrade from ${plans[from].name}`;
  return { kind: 'upgrade', plan, replaces, description, price, credits };
}

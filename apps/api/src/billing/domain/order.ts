import { type Money, type PlanId, plans } from './plans';
import { maxPacks, topUpPack } from './top-up';

/** What a checkout is for, priced by us at the moment it is opened. */
export type Order = (
  | { kind: 'plan'; plan: PlanId; replaces: null }
  | { kind: 'upgrade'; plan: PlanId; replaces: string }
  | { kind: 'top_up'; plan: null; replaces: null }
) & {
  description: string;
  price: Money;
  credits: number;
};

/** An order of one period of a plan. */
export function orderPlan(id: PlanId): Order {
  const { name, price, credits, periodDays } = plans[id];
  const description = `${name}, ${periodDays} days, ${credits} credits`;
  return { kind: 'plan', plan: id, replaces: null, description, price, credits };
}

/**
 * An order of packs of credits.
 * @throws {RangeError} when the number of packs is not whole or not on sale
 */
export function orderTopUp(packs: number): Order {
  if (!Number.isInteger(packs) || packs < 1 || packs > maxPacks)
    throw new RangeError(`${packs} packs are not on sale.`);
  const credits = packs * topUpPack.credits;
  const price = { ...topUpPack.price, amount: packs * topUpPack.price.amount };
  return { kind: 'top_up', plan: null, replaces: null, description: `Top-up, ${credits} credits`, price, credits };
}

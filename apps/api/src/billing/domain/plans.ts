/** An amount of money: whole paise. */
export interface Money {
  amount: number;
  currency: 'INR';
}

export type PlanId = 'basic' | 'premium';

/** What a period of a plan costs and gives. */
export interface Plan {
  id: PlanId;
  name: string;
  /** With GST. */
  price: Money;
  credits: number;
  periodDays: 30;
  /** What the plan allows beyond editing, as codes. */
  features: string[];
}

/** The plans on sale. */
export const plans: Record<PlanId, Plan> = {
  basic: {
    id: 'basic',
    name: 'Basic',
    price: { amount: 199_900, currency: 'INR' },
    credits: 500,
    periodDays: 30,
    features: [],
  },
  premium: {
    id: 'premium',
    name: 'Premium',
    price: { amount: 299_900, currency: 'INR' },
    credits: 1_000,
    periodDays: 30,
    features: ['unbranded'],
  },
};

/** The ids of the plans on sale, in display order. */
export const planIds = Object.keys(plans) as PlanId[];

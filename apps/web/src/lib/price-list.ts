/** The price list as the static pages print it; `GET /subscription/plans` is the one that counts, and `web-e2e` compares the two. */
export const priceList = {
  basic: { paise: 199_900, credits: 500 },
  premium: { paise: 299_900, credits: 1000 },
  topUp: { paise: 50_000, credits: 100 },
  editCost: 5,
} as const;

/** The plans in the order in which they are shown. */
export const planIds = ['basic', 'premium'] as const;

/** A plan's name in code. */
export type PlanId = (typeof planIds)[number];

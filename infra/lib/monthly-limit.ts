/** The limits of production's monthly cost, in USD: the required range, and the amount of the early warning. */
export const monthlyLimit = { min: 126, max: 265, earlyWarning: 100 } as const;

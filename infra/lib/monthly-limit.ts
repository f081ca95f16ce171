/** What a month of production may cost, in USD: the seed's estimate, and where it asked to be warned. */
export const monthlyLimit = { min: 126, max: 265, earlyWarning: 100 } as const;

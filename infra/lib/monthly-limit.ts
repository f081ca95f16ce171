/** What a month of production may cost, in USD: the seed's estimate, and where it asked to be warned. */
export const monthlyLimit = { least: 126, most: 265, earlyWarning: 100 } as const;

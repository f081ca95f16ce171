/** What an action costs, in credits. */
export const priceList = { 'profile.edit': 5 } as const;

/** An action that is charged. */
export type ChargedAction = keyof typeof priceList;

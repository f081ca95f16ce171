/** The size of a social card that messengers show, in pixels. */
export const cardSize = { width: 1_200, height: 630 } as const;

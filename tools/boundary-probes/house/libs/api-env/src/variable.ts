export const variable = 1;

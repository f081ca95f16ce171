export const template = 1;

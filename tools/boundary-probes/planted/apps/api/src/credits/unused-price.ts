// breaks: @typescript-eslint/no-unused-vars
const price = 5;

export const free = 0;

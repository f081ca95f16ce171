// breaks: @typescript-eslint/ban-ts-comment
// @ts-ignore
export const openingBalance: number = 'none';

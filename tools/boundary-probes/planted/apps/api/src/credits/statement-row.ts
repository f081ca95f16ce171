// breaks: @typescript-eslint/no-explicit-any
export const rowOf = (entry: any) => ({ amount: entry.amount });

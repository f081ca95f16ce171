// breaks: house/role-suffixes
export type CreditAccount = { readonly balance: number };

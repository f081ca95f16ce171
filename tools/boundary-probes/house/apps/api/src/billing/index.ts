export type Payment = { readonly paise: number };

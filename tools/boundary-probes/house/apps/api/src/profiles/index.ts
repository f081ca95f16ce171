export type Profile = { readonly title: string };

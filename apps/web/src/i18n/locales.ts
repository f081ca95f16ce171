/** The languages of the site; the first is served at the root. */
export const locales = ['en', 'hi'] as const;

/** A language of the site. */
export type Locale = (typeof locales)[number];

/** The language served at `/`; the others live under `/<locale>/`. */
export const rootLocale: Locale = 'en';

/** What each language calls itself. */
export const localeNames: Record<Locale, string> = { en: 'English', hi: 'हिन्दी' };

/** The BCP 47 tag used for numbers, dates and rupees. */
export const formatTags: Record<Locale, string> = { en: 'en-IN', hi: 'hi-IN' };

/** Narrows a route parameter to a language, falling back to the root one. */
export function asLocale(value: string): Locale {
  return locales.find((locale) => locale === value) ?? rootLocale;
}

/** The address of a page in a language; `path` begins and ends with a slash (a query may follow). */
export function localePath(locale: Locale, path: string): string {
  return locale === rootLocale ? path : `/${locale}${path}`;
}

/** The same page in another language; `pathname` is the address as the browser shows it. */
export function switchLocale(pathname: string, to: Locale): string {
  const prefix = locales.filter((locale) => locale !== rootLocale).find((locale) => pathname.startsWith(`/${locale}/`));
  return localePath(to, prefix ? pathname.slice(prefix.length + 1) : pathname);
}

import { localePath, locales, rootLocale, type Locale } from '@canar/languages';

export { formatTags, localeNames, localePath, locales, rootLocale, type Locale } from '@canar/languages';

/** Narrows a route parameter to a language, falling back to the root one. */
export function asLocale(value: string): Locale {
  return locales.find((locale) => locale === value) ?? rootLocale;
}

/** The language of a page by its address. */
export function localeOf(pathname: string): Locale {
  return locales.find((locale) => locale !== rootLocale && pathname.startsWith(`/${locale}/`)) ?? rootLocale;
}

/** The same page in another language; `pathname` is the address as the browser shows it. */
export function switchLocale(pathname: string, to: Locale): string {
  const from = localeOf(pathname);
  return localePath(to, from === rootLocale ? pathname : pathname.slice(from.length + 1));
}

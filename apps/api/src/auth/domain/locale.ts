/** The languages of mails; the first one where none is known. */
export const locales = ['en', 'hi'] as const;

/** A language of mails. */
export type Locale = (typeof locales)[number];

/** Where the site has its pages in a language. */
export function sitePath(locale: Locale, path: string): string {
  return locale === 'en' ? path : `/${locale}${path}`;
}

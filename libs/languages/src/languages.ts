/** The languages of the interface and of mails, as ISO 639-1 codes; the first is the default. A new one is added here. */
export const locales = ['en', 'hi', 'ta', 'te', 'bn', 'mr', 'gu', 'kn'] as const;

/** A language of the interface. */
export type Locale = (typeof locales)[number];

/** The language whose pages are at `/`; the pages of the others are under `/<locale>/`. */
export const rootLocale: Locale = locales[0];

/** The name of each language in its own script. */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  hi: 'हिन्दी',
  ta: 'தமிழ்',
  kn: 'ಕನ್ನಡ',
  te: 'తెలుగు',
  bn: 'বাংলা',
  mr: 'मराठी',
  gu: 'ગુજરાતી',
};

/**
 * The BCP 47 tags for numbers, dates and rupees. Bengali and Marathi would have digits of their own by default; links, card numbers and
 * what people type have the others, so that a page would mix both.
 */
export const formatTags: Record<Locale, string> = {
  en: 'en-IN',
  hi: 'hi-IN',
  ta: 'ta-IN',
  kn: 'kn-IN',
  te: 'te-IN',
  bn: 'bn-IN-u-nu-latn',
  mr: 'mr-IN-u-nu-latn',
  gu: 'gu-IN',
};

/** The path of a page of the site in a language; `path` begins and ends with a slash (a query may follow). */
export function localePath(locale: Locale, path: string): string {
  return locale === rootLocale ? path : `/${locale}${path}`;
}

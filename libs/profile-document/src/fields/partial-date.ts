const partialDate = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const ongoing = /^(?:present|current|currently|now|today|ongoing|till date|to date|till now|वर्तमान|अब तक)$/i;

/** A date of a résumé: a year, a month of a year, or a day, all in ISO 8601. */
export interface PartialDate {
  year: number;
  /** 1..12 */
  month?: number;
  /** 1..31 */
  day?: number;
}

/** Reads `2024`, `2024-05` or `2024-05-31`; `null` for anything else, also for months and days that do not exist. */
export function parsePartialDate(text: string): PartialDate | null {
  const match = partialDate.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || month === undefined) return year === undefined ? null : { year };
  if (month < 1 || month > 12) return null;
  if (day === undefined) return { year, month };
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? { year, month, day } : null;
}

/** Whether a typed end date says that something still goes on. */
export function isOngoing(text: string): boolean {
  return ongoing.test(text.trim());
}

/**
 * Whether the first date is certainly after the second; dates of different precision are compared by the fields that both have.
 */
export function isAfter(first: PartialDate, second: PartialDate): boolean {
  if (first.year !== second.year) return first.year > second.year;
  if (first.month === undefined || second.month === undefined) return false;
  if (first.month !== second.month) return first.month > second.month;
  return first.day !== undefined && second.day !== undefined && first.day > second.day;
}

const words: Record<string, string> = {
  en: 'Present',
  hi: 'वर्तमान',
  mr: 'सध्या',
  bn: 'বর্তমান',
  ta: 'தற்போது',
  te: 'ప్రస్తుతం',
  gu: 'વર્તમાન',
  kn: 'ಪ್ರಸ್ತುತ',
  pa: 'ਮੌਜੂਦਾ',
  de: 'heute',
  fr: 'aujourd’hui',
  es: 'actualidad',
  ar: 'حتى الآن',
  zh: '至今',
  ja: '現在',
  ml: 'ഇപ്പോൾ',
  he: 'היום',
  ko: '현재',
};

/** The word for "until now" in the language of a locale, English where we have none. */
export function presentWord(locale: string): string {
  return words[locale.toLowerCase().split('-')[0] ?? 'en'] ?? 'Present';
}

const formats = new Map<string, Intl.DateTimeFormat>();

function monthFormat(locale: string): Intl.DateTimeFormat {
  const known = formats.get(locale);
  if (known) return known;
  if (formats.size >= 100) formats.clear();
  const made = new Intl.DateTimeFormat(usableLocale(locale), { year: 'numeric', month: 'short', timeZone: 'UTC' });
  formats.set(locale, made);
  return made;
}

/** The locale itself when it is a BCP 47 tag, else `en`. */
export function usableLocale(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * A date as a résumé prints it: `2024` stays, `2024-05` and `2024-05-31` become month and year of the locale, words for "now" become
 * the locale's word, and a text that is not a date is returned as typed.
 */
export function formatPartialDate(value: string, locale: string): string {
  if (isOngoing(value)) return presentWord(locale);
  const date = parsePartialDate(value);
  if (!date) return value.trim();
  if (date.month === undefined) return String(date.year);
  return monthFormat(locale).format(new Date(Date.UTC(date.year, date.month - 1, 1)));
}

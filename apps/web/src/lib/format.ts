import { formatTags, type Locale } from '@/i18n/locales';

/** Rupees from paise, without decimals when there are none: 199900 → ₹1,999. */
export function formatMoney(locale: Locale, paise: number): string {
  return new Intl.NumberFormat(formatTags[locale], {
    style: 'currency',
    currency: 'INR',
    minimumFractionDigits: paise % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(paise / 100);
}

/** A whole number with the grouping of the language: 100000 → 1,00,000. */
export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(formatTags[locale]).format(value);
}

/** A signed number as statements print it, with a true minus sign: +500, −5, 0. */
export function formatSigned(locale: Locale, value: number): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return `${sign}${formatNumber(locale, Math.abs(value))}`;
}

/** A day in the reader's time zone: 3 Nov 2026. */
export function formatDay(locale: Locale, instant: string): string {
  return new Intl.DateTimeFormat(formatTags[locale], { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(instant),
  );
}

/** A day of the calendar, the same for every reader: 2026-11-03 → 3 Nov 2026. */
export function formatDate(locale: Locale, date: string): string {
  return new Intl.DateTimeFormat(formatTags[locale], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(date));
}

/** A moment in the reader's time zone: 3 Nov 2026, 14:02. */
export function formatMoment(locale: Locale, instant: string): string {
  return new Intl.DateTimeFormat(formatTags[locale], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** A time of day with seconds in the reader's time zone: 14:02:07. */
export function formatClock(locale: Locale, instant: Date): string {
  return new Intl.DateTimeFormat(formatTags[locale], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}

const sizeUnits = [
  ['gigabyte', 1_000_000_000],
  ['megabyte', 1_000_000],
] as const;

/** A size in the unit that reads best: 184 kB, 2.4 MB, 1.1 GB. */
export function formatBytes(locale: Locale, bytes: number): string {
  const [unit, size] = sizeUnits.find(([, minimum]) => bytes >= minimum) ?? (['kilobyte', 1_000] as const);
  return new Intl.NumberFormat(formatTags[locale], {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'kilobyte' ? 0 : 1,
  }).format(bytes / size);
}

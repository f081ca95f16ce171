import { locales, switchLocale, type Locale } from '@/i18n/locales';

const KEY = 'canar.return-locale';

/** Leaves for the payment provider, who knows one return address only, and stores the language to come back to. */
export function leaveForPayment(url: string, locale: Locale): void {
  sessionStorage.setItem(KEY, locale);
  window.location.assign(url);
}

/** The address in the language in which the buyer left; null when the page has that language already. */
export function returnAddress(
  locale: Locale,
  { pathname, search }: { pathname: string; search: string },
): string | null {
  const stored = sessionStorage.getItem(KEY);
  const left = locales.find((one) => one === stored);
  return !left || left === locale ? null : switchLocale(pathname, left) + search;
}

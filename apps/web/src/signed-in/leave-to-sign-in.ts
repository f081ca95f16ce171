import { localePath, locales, rootLocale } from '@/i18n/locales';

/** Goes to sign-in with a full page load, which clears memory, and remembers where the person was. */
export function leaveToSignIn(): void {
  window.location.assign(new URL(signInAddress(window.location), window.location.origin));
}

/** The sign-in page in the language of a page, with the way back to that page. */
export function signInAddress({ pathname, search }: { pathname: string; search: string }): string {
  const locale = locales.find((one) => one !== rootLocale && pathname.startsWith(`/${one}/`)) ?? rootLocale;
  return `${localePath(locale, '/sign-in/')}?next=${encodeURIComponent(pathname + search)}`;
}

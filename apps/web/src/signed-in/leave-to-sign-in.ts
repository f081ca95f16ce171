import { localePath, locales, rootLocale } from '@/i18n/locales';

/** Goes to sign-in with a full page load, which clears memory, and remembers where the person was. */
export function leaveToSignIn(): void {
  const { pathname, search } = window.location;
  const locale = locales.find((one) => one !== rootLocale && pathname.startsWith(`/${one}/`)) ?? rootLocale;
  const next = encodeURIComponent(pathname + search);
  const address = `${localePath(locale, '/sign-in/')}?next=${next}`;
  window.location.assign(new URL(address, window.location.origin));
}

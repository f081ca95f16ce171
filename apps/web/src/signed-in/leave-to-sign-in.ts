import { session } from '@/lib/api/session';
import { localeOf, localePath } from '@/i18n/locales';
import { rememberAccount } from './device/device-account';

/**
 * Goes to sign-in with a full page load, which clears memory, and remembers where the person was. What the account showed is hidden at
 * once and wiped from this device; unsent drafts stay for its next session, and open in no other.
 */
export async function leaveToSignIn(): Promise<void> {
  document.body.hidden = true;
  session.end();
  rememberAccount(null);
  const { wipe } = await import('./device/device-store');
  await wipe((_, kind) => kind !== 'draft');
  window.location.assign(new URL(signInAddress(window.location), window.location.origin));
}

/** The sign-in page in the language of a page, with the way back to that page. */
export function signInAddress({ pathname, search }: { pathname: string; search: string }): string {
  return `${localePath(localeOf(pathname), '/sign-in/')}?next=${encodeURIComponent(pathname + search)}`;
}

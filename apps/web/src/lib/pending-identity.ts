import { locales, rootLocale, type Locale } from '@/i18n/locales';

/** What a visit to an identity provider is for, and where the person wanted to go. */
export interface PendingIdentity {
  purpose: 'signIn' | 'connect';
  locale: Locale;
  next: string | null;
}

const key = 'canar-identity';

/** Remembers in this tab what the visit is for. */
export function rememberIdentity(pending: PendingIdentity): void {
  sessionStorage.setItem(key, JSON.stringify(pending));
}

/** What the visit was for; a sign-in when this tab does not know. */
export function pendingIdentity(): PendingIdentity {
  const stored = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<PendingIdentity>;
  return {
    purpose: stored.purpose === 'connect' ? 'connect' : 'signIn',
    locale: locales.find((locale) => locale === stored.locale) ?? rootLocale,
    next: stored.next ?? null,
  };
}

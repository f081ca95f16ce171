'use client';

import { postLogout } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { localePath } from '@/i18n/locales';
import { call } from '@/lib/api/http';
import { session } from '@/lib/api/session';
import { useSiteLocale } from '../use-site-locale';

async function signOut(): Promise<void> {
  await call(postLogout);
  session.end();
}

/** Ends the session on the server and on this tab, and goes to the front page with a full page load. */
export function useSignOut() {
  const locale = useSiteLocale();
  return useMutation({ mutationFn: signOut, onSuccess: () => window.location.assign(localePath(locale, '/')) });
}

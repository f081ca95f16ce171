'use client';

import { postLogout } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { localePath } from '@/i18n/locales';
import { call } from '@/lib/api/http';
import { session } from '@/lib/api/session';
import { useSiteLocale } from '../use-site-locale';

/** Ends the session on the server and on this tab, deletes the given drafts of this device, and loads the front page. */
export function useEndSession() {
  const locale = useSiteLocale();
  return useMutation({
    mutationFn: async (discarded: readonly string[]) => {
      await call(postLogout);
      session.end();
      if (discarded.length > 0) await (await import('../drafts/local-draft')).deleteLocalDrafts(discarded);
    },
    onSuccess: () => window.location.assign(localePath(locale, '/')),
  });
}

'use client';

import { postLogout } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { localePath } from '@/i18n/locales';
import { call } from '@/lib/api/http';
import { session } from '@/lib/api/session';
import { rememberAccount } from '../device/device-account';
import { useSiteLocale } from '../use-site-locale';
import { useUser } from './get-user';

/** Ends the session on this tab and wipes everything that an account has on this device, its unsent drafts when they are to be discarded. */
export async function clearDevice(account: string | undefined, drafts: 'keep' | 'discard'): Promise<void> {
  session.end();
  rememberAccount(null);
  const { wipe } = await import('../device/device-store');
  await wipe((owner, kind) => kind !== 'draft' || (owner === account && drafts === 'discard'));
}

/**
 * Ends the session on the server and on this tab, wipes everything that the account has on this device, and loads the front page.
 * Unsent drafts stay only when the person chooses so.
 */
export function useEndSession() {
  const locale = useSiteLocale();
  const account = useUser().data?.id;
  return useMutation({
    mutationFn: async (drafts: 'keep' | 'discard') => {
      await call(postLogout);
      await clearDevice(account, drafts);
    },
    onSuccess: () => window.location.assign(localePath(locale, '/')),
  });
}

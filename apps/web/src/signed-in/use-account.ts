'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { localePath } from '@/i18n/locales';
import { fetchUser, signOut } from '@/lib/api/account';
import { fetchCredits } from '@/lib/api/credits';
import { fetchSubscription } from '@/lib/api/billing';
import { queryKeys } from '@/lib/query-keys';
import { useSiteLocale } from './use-site-locale';

/** The signed-in user. */
export function useUser() {
  return useQuery({ queryKey: queryKeys.user, queryFn: fetchUser, staleTime: 300_000 });
}

/** Balance, cost of an edit, and what expires. */
export function useCredits() {
  return useQuery({ queryKey: queryKeys.credits, queryFn: fetchCredits });
}

/** What the tenant has bought. */
export function useSubscription() {
  return useQuery({ queryKey: queryKeys.subscription, queryFn: fetchSubscription });
}

/** Signs out and goes to the front page with a full page load. */
export function useSignOut() {
  const locale = useSiteLocale();
  return useMutation({ mutationFn: signOut, onSuccess: () => window.location.assign(localePath(locale, '/')) });
}

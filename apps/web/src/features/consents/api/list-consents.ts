'use client';

import { getUserConsents } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** The key of the texts to which the user has agreed. */
export const consentsKey = ['user', 'consents'] as const;

/** To which texts the user has agreed; asked once for each visit. */
export function useConsents() {
  return useQuery({
    queryKey: consentsKey,
    queryFn: async () => (await call(getUserConsents)).data.consents,
    staleTime: Infinity,
    retry: false,
  });
}

'use client';

import { getUser } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

/** The signed-in user. */
export function useUser() {
  return useQuery({ queryKey: queryKeys.user, queryFn: async () => (await call(getUser)).data, staleTime: 300_000 });
}

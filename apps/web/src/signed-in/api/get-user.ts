'use client';

import { getUser } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

/** The query of the signed-in user. */
export const userQuery = {
  queryKey: queryKeys.user,
  queryFn: async () => (await call(getUser)).data,
  staleTime: 300_000,
};

/** The signed-in user. */
export function useUser() {
  return useQuery(userQuery);
}

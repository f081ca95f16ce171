'use client';

import { getProfiles } from '@canar/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

/** The tenant's profiles, most recently changed first, page by page. */
export function useProfiles() {
  return useInfiniteQuery({
    queryKey: queryKeys.profiles,
    queryFn: async ({ pageParam }) =>
      (await call(getProfiles, { params: { query: { cursor: pageParam, limit: 24 } } })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

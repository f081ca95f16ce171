'use client';

import { getProfilesTrash } from '@canar/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

/** The deleted profiles, latest first, page by page. */
export function useTrash() {
  return useInfiniteQuery({
    queryKey: queryKeys.trash,
    queryFn: async ({ pageParam }) =>
      (await call(getProfilesTrash, { params: { query: { cursor: pageParam, limit: 24 } } })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

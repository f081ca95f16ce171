'use client';

import { getProfilesTrash } from '@canar/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** The query key of the deleted profiles. */
export const trashKey = ['trash'];

/** The deleted profiles, latest first, page by page. */
export function useTrash() {
  return useInfiniteQuery({
    queryKey: trashKey,
    queryFn: async ({ pageParam }) =>
      (await call(getProfilesTrash, { params: { query: { cursor: pageParam, limit: 24 } } })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

'use client';

import { getProfiles } from '@canar/api-client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

/** The orders of the list. */
export const orders = ['created', 'changed', 'title'] as const;
export type Order = (typeof orders)[number];

/** What the list is narrowed to, and its order. */
export interface Wanted {
  search: string;
  tag: string | null;
  sort: Order;
}

/** All profiles, newest first. */
export const allProfiles: Wanted = { search: '', tag: null, sort: 'created' };

/** The beginning of the query keys of searches; these are not stored on the device. */
export const foundKey = ['found-profiles'];

/** True when a list does not have all profiles. */
export const isNarrowed = ({ search, tag }: Wanted) => search !== '' || tag !== null;

/** The tenant's profiles, page by page; while another list is loading, the one before it. */
export function useProfiles({ search, tag, sort }: Wanted) {
  const all = search === '' && tag === null && sort === allProfiles.sort;
  const query = { search: search || undefined, tag: tag ?? undefined, sort: all ? undefined : sort, limit: 24 };
  return useInfiniteQuery({
    queryKey: all ? queryKeys.profiles : [...foundKey, search, tag, sort],
    queryFn: async ({ pageParam }) =>
      (await call(getProfiles, { params: { query: { ...query, cursor: pageParam } } })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    ...(!all && { gcTime: 60_000, staleTime: 0 }),
  });
}

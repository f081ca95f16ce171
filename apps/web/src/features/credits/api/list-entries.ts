'use client';

import { getCreditsEntries } from '@canar/api-client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { Entry, EntryPage } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';

const entriesKey = [...queryKeys.credits, 'entries'];
const recentEntriesKey = [...queryKeys.credits, 'recent'];

async function fetchEntries(cursor: string | undefined, limit: number): Promise<EntryPage> {
  return (await call(getCreditsEntries, { params: { query: { cursor, limit } } })).data;
}

/** The statement, newest first, page by page. */
export function useEntries() {
  return useInfiniteQuery({
    queryKey: entriesKey,
    queryFn: ({ pageParam }) => fetchEntries(pageParam, 25),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The entries of the last days, and perhaps a few more. */
export function useRecentEntries(days: number) {
  return useQuery({
    queryKey: recentEntriesKey,
    queryFn: () => fetchEntriesSince(Date.now() - days * 86_400_000),
  });
}

async function fetchEntriesSince(since: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await fetchEntries(cursor, 100);
    entries.push(...page.entries);
    cursor = page.nextCursor ?? undefined;
    const oldest = entries.at(-1);
    if (cursor === undefined || !oldest || Date.parse(oldest.recordedAt) < since) return entries;
  }
}

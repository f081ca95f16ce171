'use client';

import { getAuthAudit, type Schema } from '@canar/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** One thing that happened to the account. */
export type AuditEntry = Schema<'AuditEntry'>;

const pageSize = 10;

/** What happened to the account, newest first, page by page. */
export function useAudit() {
  return useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: async ({ pageParam }) =>
      (await call(getAuthAudit, { params: { query: { cursor: pageParam, limit: pageSize } } })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

'use client';

import { getBillingInvoices } from '@canar/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** Invoices and credit notes, newest first, page by page. */
export function useInvoices() {
  return useInfiniteQuery({
    queryKey: ['invoices'],
    queryFn: async ({ pageParam }) =>
      (await call(getBillingInvoices, { params: { query: { cursor: pageParam, limit: 20 } } })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

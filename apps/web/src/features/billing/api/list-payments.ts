'use client';

import { getBillingPayments } from '@canar/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { PaymentPage } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';

/** Payments, newest first. @throws ApiProblem */
export async function fetchPayments(cursor?: string): Promise<PaymentPage> {
  return (await call(getBillingPayments, { params: { query: { cursor, limit: 20 } } })).data;
}

/** Payments, newest first, page by page. */
export function usePayments() {
  return useInfiniteQuery({
    queryKey: queryKeys.payments,
    queryFn: ({ pageParam }) => fetchPayments(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

'use client';

import { getCredits } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { Credits } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';

/** Balance, the cost of an edit, and what expires when. @throws ApiProblem */
export async function fetchCredits(): Promise<Credits> {
  return (await call(getCredits)).data;
}

/** Balance, the cost of an edit, and what expires when. */
export function useCredits() {
  return useQuery({ queryKey: queryKeys.credits, queryFn: fetchCredits });
}

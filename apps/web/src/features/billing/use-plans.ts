'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchPlans } from '@/lib/api/billing';
import { queryKeys } from '@/lib/query-keys';

/** The price list. */
export function usePlans() {
  return useQuery({ queryKey: queryKeys.plans, queryFn: fetchPlans, staleTime: 3_600_000 });
}

'use client';

import { getSubscriptionPlans } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

/** The price list: plans and top-up packs. */
export function usePlans() {
  return useQuery({
    queryKey: queryKeys.plans,
    queryFn: async () => (await call(getSubscriptionPlans)).data,
    staleTime: 3_600_000,
  });
}

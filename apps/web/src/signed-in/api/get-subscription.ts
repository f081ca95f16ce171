'use client';

import { getSubscription } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { Subscription } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';

/** What the tenant has bought and until when. @throws ApiProblem */
export async function fetchSubscription(): Promise<Subscription> {
  return (await call(getSubscription)).data;
}

/** What the tenant has bought and until when. */
export function useSubscription() {
  return useQuery({ queryKey: queryKeys.subscription, queryFn: fetchSubscription });
}

'use client';

import { getBillingDetails, putBillingDetails } from '@canar/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { BillingDetails } from '@/lib/api/types';

const queryKey = ['billing-details'];

/** What the next invoices say of their buyer. */
export function useBillingDetails() {
  return useQuery({ queryKey, queryFn: async () => (await call(getBillingDetails)).data });
}

/** Changes what the next invoices say of their buyer. */
export function useChangeBillingDetails(onSuccess: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: BillingDetails) => (await call(putBillingDetails, { body })).data,
    onSuccess: (details) => {
      client.setQueryData(queryKey, details);
      onSuccess();
    },
  });
}

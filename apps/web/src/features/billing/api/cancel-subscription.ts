'use client';

import { postSubscriptionCancel } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

interface Callbacks {
  onSuccess: () => void;
  onError: (error: Error) => void;
}

/** Stops the renewal; the period that is paid for runs to its end. */
export function useCancelSubscription({ onSuccess, onError }: Callbacks) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await call(postSubscriptionCancel)).data,
    onSuccess: (subscription) => {
      client.setQueryData(queryKeys.subscription, subscription);
      onSuccess();
    },
    onError,
  });
}

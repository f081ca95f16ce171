'use client';

import { postSubscriptionResume } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

interface Callbacks {
  onSuccess: () => void;
  onError: (error: Error) => void;
}

/** Takes a cancellation back before the period ends. */
export function useResumeSubscription({ onSuccess, onError }: Callbacks) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await call(postSubscriptionResume)).data,
    onSuccess: (subscription) => {
      client.setQueryData(queryKeys.subscription, subscription);
      onSuccess();
    },
    onError,
  });
}

'use client';

import { deleteSubscriptionAutoRenew, putSubscriptionAutoRenew } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

interface Callbacks {
  onSuccess: (isOn: boolean) => void;
  onError: (error: Error) => void;
}

/** Switches automatic renewal on or off; a debit that was announced is called back. */
export function useSwitchRenewal({ onSuccess, onError }: Callbacks) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (isOn: boolean) =>
      (await (isOn ? call(putSubscriptionAutoRenew) : call(deleteSubscriptionAutoRenew))).data,
    onSuccess: (subscription, isOn) => {
      client.setQueryData(queryKeys.subscription, subscription);
      onSuccess(isOn);
    },
    onError,
  });
}

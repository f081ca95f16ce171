'use client';

import { postAuthResendVerification } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { addressKey } from './get-address';

/** Has the link mailed again that verifies the address; afterwards mail may be sent to it again. */
export function useResendVerification() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => call(postAuthResendVerification),
    onSuccess: () => cache.invalidateQueries({ queryKey: addressKey }),
  });
}

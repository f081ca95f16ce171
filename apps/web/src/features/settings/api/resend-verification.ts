'use client';

import { postAuthResendVerification } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** Has the link mailed again that verifies the address. */
export function useResendVerification() {
  return useMutation({ mutationFn: () => call(postAuthResendVerification) });
}

'use client';

import { deleteAuthEmailChange, getAuthEmailChange, postAuthEmailChange } from '@canar/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** The query key of the change of the address that waits to be confirmed. */
export const emailChangeKey = ['email-change'];

/** The change of the address that waits to be confirmed; null when there is none. */
export function useEmailChange() {
  return useQuery({ queryKey: emailChangeKey, queryFn: async () => (await call(getAuthEmailChange)).data.pending });
}

/** Has a link mailed to a new address that makes it that of the account. @throws ApiProblem confirmation.required, email-change.same */
export async function requestEmailChange(email: string): Promise<void> {
  await call(postAuthEmailChange, { body: { email } });
}

/** Cancels the change that waits to be confirmed. */
export function useCancelEmailChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => call(deleteAuthEmailChange),
    onSettled: () => cache.invalidateQueries({ queryKey: emailChangeKey }),
  });
}

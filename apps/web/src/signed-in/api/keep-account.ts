'use client';

import { deleteAccountDeletion } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

/** Undoes the deletion of the account; its pages are shown again. */
export function useKeepAccount(onSuccess: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => void (await call(deleteAccountDeletion)),
    onSuccess: async () => {
      onSuccess();
      await client.invalidateQueries({ queryKey: queryKeys.user });
    },
  });
}

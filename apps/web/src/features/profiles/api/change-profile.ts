'use client';

import { patchProfilesById } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

/** Changes the title of a profile. */
export function useRenameProfile(id: string, onSuccess: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (title: string) =>
      (await call(patchProfilesById, { params: { path: { id } }, body: { title } })).data,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.profiles, exact: true });
      onSuccess();
    },
  });
}

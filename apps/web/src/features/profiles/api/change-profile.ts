'use client';

import { patchProfilesById } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';
import { refreshLists } from './refresh-lists';

/** Changes the title or the tags of a profile. */
export function useChangeProfile(id: string, onSuccess: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { title?: string; tags?: string[] }) =>
      (await call(patchProfilesById, { params: { path: { id } }, body })).data,
    onSuccess: async (profile) => {
      client.setQueryData(queryKeys.profile(id), profile);
      await refreshLists(client);
      onSuccess();
    },
  });
}

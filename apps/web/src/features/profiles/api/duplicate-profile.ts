'use client';

import { postProfilesByIdDuplicate } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { refreshLists } from './refresh-lists';

/** Creates a profile from the draft and the files of another. */
export function useDuplicateProfile(id: string, onSuccess: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (title: string) =>
      (await call(postProfilesByIdDuplicate, { params: { path: { id } }, body: { title } })).data,
    onSuccess: async () => {
      await refreshLists(client);
      onSuccess();
    },
  });
}

'use client';

import { postProfilesByIdRestore } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { refreshLists } from './refresh-lists';
import { trashKey } from './list-trash';

interface RestoreCallbacks {
  onSuccess: (title: string) => void;
  onError: (error: Error) => void;
}

/** Takes a profile out of the trash; it is not published again. The callbacks also run when the component is gone by then. */
export function useRestoreProfile({ onSuccess, onError }: RestoreCallbacks) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: { id: string; title: string }) => call(postProfilesByIdRestore, { params: { path: { id } } }),
    onSuccess: async (_answer, { title }) => {
      await Promise.all([refreshLists(client), client.invalidateQueries({ queryKey: trashKey })]);
      onSuccess(title);
    },
    onError,
  });
}

'use client';

import { deleteProfilesById } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { refreshLists } from './refresh-lists';
import { trashKey } from './list-trash';

interface Callbacks {
  onSuccess: () => void;
  onError: (error: Error) => void;
}

/** Moves a profile to the trash and takes its page down. The callbacks also run when the component is gone by then. */
export function useDeleteProfile(id: string, { onSuccess, onError }: Callbacks) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(deleteProfilesById, { params: { path: { id } } }),
    onSuccess: async () => {
      await refreshLists(client);
      void client.invalidateQueries({ queryKey: trashKey });
      onSuccess();
    },
    onError,
  });
}

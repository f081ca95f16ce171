'use client';

import { deleteAuthSessionsById } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { ApiProblem } from '@/lib/api/problem';
import { sessionsKey } from './list-sessions';

/** Ends one session; one that has ended already is as good. */
export function useRevokeSession(onError: (error: Error) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      try {
        await call(deleteAuthSessionsById, { params: { path: { id } } });
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status !== 404) throw error;
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: sessionsKey }),
    onError,
  });
}

'use client';

import { deleteAuthSessions } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { session } from '@/lib/api/session';

/** Ends every session of this person, this one too, and the one of this tab. */
export function useSignOutEverywhere(onSuccess: () => void) {
  return useMutation({
    mutationFn: async () => {
      await call(deleteAuthSessions);
      session.end();
    },
    onSuccess,
  });
}

'use client';

import { postAuthChangePassword, type Schema } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { session } from '@/lib/api/session';

/** Changes the password; every session ends, and this tab goes on in a new one. */
export function useChangePassword(onSuccess: () => void) {
  return useMutation({
    mutationFn: async (body: Schema<'ChangePasswordBody'>) => {
      session.begin((await call(postAuthChangePassword, { body })).data.accessToken);
    },
    onSuccess,
  });
}

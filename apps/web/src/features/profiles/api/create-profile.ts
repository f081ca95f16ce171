'use client';

import { postProfiles } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { Profile } from '@/lib/api/types';
import { refreshLists } from './refresh-lists';

/** Creates an empty profile. */
export function useCreateProfile(onSuccess: (profile: Profile) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (title: string) => (await call(postProfiles, { body: { title } })).data,
    onSuccess: (profile) => {
      void refreshLists(client);
      onSuccess(profile);
    },
  });
}

'use client';

import { getProfilesStorage } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** How much of their space files and drafts use. */
export function useStorage() {
  return useQuery({ queryKey: ['storage'], queryFn: async () => (await call(getProfilesStorage)).data });
}

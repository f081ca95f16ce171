'use client';

import { getProfilesById } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

/** One profile, without its document. */
export function useProfile(id: string) {
  return useQuery({
    queryKey: queryKeys.profile(id),
    queryFn: async () => (await call(getProfilesById, { params: { path: { id } } })).data,
  });
}

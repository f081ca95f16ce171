'use client';

import { getProfilesTags } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** The query key of the tags in use. */
export const tagsKey = ['profile-tags'];

/** The tags that the tenant's profiles have, in alphabetical order. */
export function useTags() {
  return useQuery({ queryKey: tagsKey, queryFn: async () => (await call(getProfilesTags)).data.tags });
}

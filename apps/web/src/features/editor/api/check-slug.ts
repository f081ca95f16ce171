'use client';

import { getProfilesSlugsBySlug } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** Whether a slug is free, and a free one when it is not. */
export function useSlugCheck(slug: string, enabled: boolean) {
  return useQuery({
    queryKey: ['slug', slug],
    queryFn: async ({ signal }) => (await call(getProfilesSlugsBySlug, { params: { path: { slug } }, signal })).data,
    enabled,
  });
}

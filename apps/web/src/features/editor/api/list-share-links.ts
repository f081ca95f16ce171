'use client';

import { getProfilesByIdShareLinks } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';

/** The query key of the share links of a profile. */
export const shareLinksKey = (id: string) => [...queryKeys.profile(id), 'share-links'];

/** The links of a profile that are not revoked, latest first. */
export function useShareLinks(id: string) {
  return useQuery({
    queryKey: shareLinksKey(id),
    queryFn: async () => (await call(getProfilesByIdShareLinks, { params: { path: { id } } })).data.links,
  });
}

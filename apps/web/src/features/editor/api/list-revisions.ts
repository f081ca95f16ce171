'use client';

import { getProfilesByIdRevisions } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';
import { useEditor } from '../store/editor-context';

/** The query key of the saved edits of a profile. */
export const revisionsKey = (id: string) => [...queryKeys.profile(id), 'revisions'];

/** The first page of the saved edits, newest first. */
export function useRevisions() {
  const { profileId: id } = useEditor();
  return useQuery({
    queryKey: revisionsKey(id),
    queryFn: async () =>
      (await call(getProfilesByIdRevisions, { params: { path: { id }, query: { limit: 50 } } })).data,
  });
}

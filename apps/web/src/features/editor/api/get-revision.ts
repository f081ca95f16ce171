'use client';

import { getProfilesByIdRevisionsByNumber } from '@canar/api-client';
import type { ProfileDocument } from '@canar/profile-document';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { queryKeys } from '@/lib/query-keys';
import { useEditor } from '../store/editor-context';

/** The document of a saved edit, which never changes; undefined until it is loaded, or without a number. */
export function useRevisionDocument(number: number | null): ProfileDocument | undefined {
  const { profileId: id } = useEditor();
  const revision = useQuery({
    queryKey: queryKeys.revision(id, number ?? 0),
    queryFn: async () =>
      (await call(getProfilesByIdRevisionsByNumber, { params: { path: { id, number: number ?? 0 } } })).data.document,
    enabled: number !== null,
    staleTime: Infinity,
  });
  return revision.data as ProfileDocument | undefined;
}

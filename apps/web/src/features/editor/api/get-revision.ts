'use client';

import { getProfilesByIdRevisionsByNumber } from '@canar/api-client';
import type { ProfileDocument } from '@canar/profile-document';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { useEditor } from '../store/editor-context';
import { revisionsKey } from './list-revisions';

/** The query key of the document of one saved edit. */
export const revisionKey = (id: string, number: number) => [...revisionsKey(id), number];

/** The document of a saved edit, which never changes; undefined until it is loaded, or without a number. */
export function useRevisionDocument(number: number | null): ProfileDocument | undefined {
  const { profileId: id } = useEditor();
  const revision = useQuery({
    queryKey: revisionKey(id, number ?? 0),
    queryFn: async () =>
      (await call(getProfilesByIdRevisionsByNumber, { params: { path: { id, number: number ?? 0 } } })).data.document,
    enabled: number !== null,
    staleTime: Infinity,
  });
  return revision.data as ProfileDocument | undefined;
}

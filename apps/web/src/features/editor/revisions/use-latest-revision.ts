'use client';

import type { ProfileDocument } from '@canar/profile-document';
import type { Revision } from '@/lib/api/types';
import { useRevisionDocument } from '../api/get-revision';
import { useRevisions } from '../api/list-revisions';

interface LatestRevision {
  ready: boolean;
  revision: Revision | null;
  document: ProfileDocument | null;
}

/** The latest saved edit that is not undone, with its document; both are null when there is none. */
export function useLatestRevision(): LatestRevision {
  const revisions = useRevisions().data?.revisions;
  const revision = revisions?.find(({ undone }) => !undone) ?? null;
  const document = useRevisionDocument(revision?.number ?? null);
  if (!revisions) return { ready: false, revision: null, document: null };
  if (!revision) return { ready: true, revision: null, document: null };
  return { ready: document !== undefined, revision, document: document ?? null };
}

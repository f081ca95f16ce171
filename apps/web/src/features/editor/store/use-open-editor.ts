'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ProfileDocument } from '@canar/profile-document';
import { fetchDraft } from '@/signed-in/api/get-draft';
import { queryKeys } from '@/lib/query-keys';
import { saveDraft } from '../api/save-draft';
import { EditorStore } from './editor-store';
import { forgetLocalDrafts, readLocalDrafts, writeLocalDraft } from './local-draft';
import { openDraft, type ServerDraft } from './open-draft';

async function loadDraft(profileId: string) {
  const [{ data, etag }, locals] = await Promise.all([fetchDraft(profileId), readLocalDrafts(profileId)]);
  const server: ServerDraft = { document: data.document as ProfileDocument, etag: etag ?? '', warnings: data.warnings };
  const start = openDraft(
    server,
    locals.map(({ draft }) => draft),
  );
  const { document, base, sync } = start;
  const unsent = { document, base, etag: sync.etag, conflicts: sync.conflicts };
  await writeLocalDraft(profileId, sync.phase === 'saved' ? null : unsent);
  await forgetLocalDrafts(
    profileId,
    locals.map(({ key }) => key),
  );
  return start;
}

function schedule(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

function storeFor(profileId: string, start: ConstructorParameters<typeof EditorStore>[1]): EditorStore {
  return new EditorStore(
    {
      saveDraft: (document, etag) => saveDraft(profileId, document, etag),
      saveLocally: (draft) => void writeLocalDraft(profileId, draft),
      now: Date.now,
      schedule,
    },
    start,
  );
}

/** Loads the draft, with what this device kept of it, and gives the store to edit it with. */
export function useOpenEditor(profileId: string) {
  const draft = useQuery({
    queryKey: queryKeys.draft(profileId),
    queryFn: () => loadDraft(profileId),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const start = draft.data;
  const store = useMemo(() => (start ? storeFor(profileId, start) : null), [profileId, start]);
  useEffect(() => {
    if (!store) return;
    store.resume();
    window.addEventListener('online', store.flushSoon);
    document.addEventListener('visibilitychange', store.flushSoon);
    return () => {
      window.removeEventListener('online', store.flushSoon);
      document.removeEventListener('visibilitychange', store.flushSoon);
      store.flushSoon();
      store.stop();
    };
  }, [store]);
  return { store, restored: start?.restored ?? false, error: draft.error, retry: () => void draft.refetch() };
}

'use client';

import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ProfileDocument } from '@canar/profile-document';
import { fetchDraft } from '@/signed-in/api/get-draft';
import { userQuery } from '@/signed-in/api/get-user';
import { queryKeys } from '@/lib/query-keys';
import { saveDraft } from '@/signed-in/api/save-draft';
import { EditorStore } from './editor-store';
import { forgetLocalDrafts, readLocalDrafts, writeLocalDraft } from '@/signed-in/drafts/local-draft';
import { openDraft, type ServerDraft } from './open-draft';

async function loadDraft(profileId: string, client: QueryClient) {
  const [{ data, etag }, locals, { id: account }] = await Promise.all([
    fetchDraft(profileId),
    readLocalDrafts(profileId),
    client.ensureQueryData(userQuery),
  ]);
  const server: ServerDraft = { document: data.document as ProfileDocument, etag: etag ?? '', warnings: data.warnings };
  const start = openDraft(
    server,
    locals.map(({ draft }) => draft),
  );
  const { document, base, sync } = start;
  const unsent = { document, base, etag: sync.etag, conflicts: sync.conflicts, account };
  await writeLocalDraft(profileId, sync.phase === 'saved' ? null : unsent);
  await forgetLocalDrafts(
    profileId,
    locals.map(({ key }) => key),
  );
  return { start, account };
}

function schedule(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

function storeFor(profileId: string, { start, account }: Awaited<ReturnType<typeof loadDraft>>): EditorStore {
  return new EditorStore(
    {
      saveDraft: (document, etag) => saveDraft(profileId, document, etag),
      saveLocally: (draft) => void writeLocalDraft(profileId, draft && { ...draft, account }),
      now: Date.now,
      schedule,
    },
    start,
  );
}

/** Loads the draft, merges what this device has stored of it, and gives the store to edit it with. */
export function useOpenEditor(profileId: string) {
  const client = useQueryClient();
  const draft = useQuery({
    queryKey: queryKeys.draft(profileId),
    queryFn: () => loadDraft(profileId, client),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const loaded = draft.data;
  const store = useMemo(() => (loaded ? storeFor(profileId, loaded) : null), [profileId, loaded]);
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
  return { store, restored: loaded?.start.restored ?? false, error: draft.error, retry: () => void draft.refetch() };
}

'use client';

import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { userQuery } from '@/signed-in/api/get-user';
import { isSharedDevice } from '@/signed-in/device/device-account';
import { queryKeys } from '@/lib/query-keys';
import { EditorStore } from './editor-store';
import { forgetLocalDrafts, type LocalDraft, readLocalDrafts, writeLocalDraft } from '@/signed-in/drafts/local-draft';
import { movableTimer } from './movable-timer';
import { openDraft } from './open-draft';
import { pacedWrites } from './paced-writes';
import { ServerDrafts } from './server-draft';
import { stayInStep } from './stay-in-step';

async function loadDraft(profileId: string, client: QueryClient) {
  const { id: account } = await client.ensureQueryData(userQuery);
  const drafts = new ServerDrafts(account, profileId);
  const [server, locals] = await Promise.all([drafts.open(), readLocalDrafts(account, profileId)]);
  const start = openDraft(
    server,
    locals.map(({ draft }) => draft),
  );
  const { document, base, sync } = start;
  const unsent = { document, base, etag: sync.etag, conflicts: sync.conflicts };
  const settled = sync.phase === 'saved' && sync.conflicts.length === 0;
  await writeLocalDraft(account, profileId, settled ? null : unsent);
  await forgetLocalDrafts(
    account,
    profileId,
    locals.map(({ key }) => key),
  );
  return { start, account, drafts };
}

/** The least time between two writes of the draft on this device, which cost as much as a key press. */
const LOCAL_WRITE_MS = 300;

function storeFor(profileId: string, { start, account, drafts }: Awaited<ReturnType<typeof loadDraft>>) {
  const local = pacedWrites(
    (draft: LocalDraft | null) => void writeLocalDraft(account, profileId, draft),
    LOCAL_WRITE_MS,
  );
  const store = new EditorStore(
    {
      saveDraft: drafts.save,
      fetchDraft: drafts.fetch,
      saveLocally: local.write,
      now: Date.now,
      schedule: movableTimer(),
    },
    start,
  );
  return { store, writeLocally: local.flush };
}

/** Loads the draft, merges what this device has stored of it, and gives the store to edit it with. */
export function useOpenEditor(profileId: string) {
  const client = useQueryClient();
  const draft = useQuery({
    queryKey: queryKeys.draft(profileId),
    queryFn: () => loadDraft(profileId, client),
    networkMode: 'always',
    staleTime: 'static', // the store keeps itself in step; a new one would lose the steps of undo
    gcTime: 0,
  });
  const loaded = draft.data;
  const opened = useMemo(() => (loaded ? storeFor(profileId, loaded) : null), [profileId, loaded]);
  useEffect(() => {
    if (!opened) return;
    const { store, writeLocally } = opened;
    store.resume();
    const stopSteps = stayInStep(profileId, store);
    window.addEventListener('online', store.flushSoon);
    document.addEventListener('visibilitychange', store.flushSoon);
    document.addEventListener('visibilitychange', writeLocally);
    window.addEventListener('pagehide', writeLocally);
    // A shared device stores nothing, so that only the page has what is unsent.
    const ask = (event: BeforeUnloadEvent) => {
      if (isSharedDevice() && store.current().sync.phase !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      stopSteps();
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('online', store.flushSoon);
      document.removeEventListener('visibilitychange', store.flushSoon);
      document.removeEventListener('visibilitychange', writeLocally);
      window.removeEventListener('pagehide', writeLocally);
      writeLocally();
      store.flushSoon();
      store.stop();
    };
  }, [profileId, opened]);
  const store = opened?.store ?? null;
  return { store, restored: loaded?.start.restored ?? false, error: draft.error, retry: () => void draft.refetch() };
}

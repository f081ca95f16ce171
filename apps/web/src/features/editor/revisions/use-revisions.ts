'use client';

import { type ProfileDocument, withItemIds } from '@canar/profile-document';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { idempotencyKeys } from '@/lib/idempotency-keys';
import { fetchRevisionDocument, fetchRevisions, restoreRevision, saveRevision, undoRevision } from '@/lib/api/drafts';
import { ApiProblem } from '@/lib/api/problem';
import type { Profile, Revision } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';
import { showToast } from '@/ui/toast-store';
import { newItemId } from '../model/item-id';
import { useEditor } from '../store/editor-context';

/** The first page of the saved edits, newest first. */
export function useRevisions() {
  const { profileId } = useEditor();
  return useQuery({ queryKey: queryKeys.revisions(profileId), queryFn: () => fetchRevisions(profileId, null) });
}

/** The document of one saved edit; null until it is here. */
export function useRevisionDocument(number: number): ProfileDocument | null {
  const { profileId } = useEditor();
  const document = useQuery({
    queryKey: queryKeys.revision(profileId, number),
    queryFn: () => fetchRevisionDocument(profileId, number),
    staleTime: Infinity,
  });
  return (document.data ?? null) as ProfileDocument | null;
}

/** Puts a saved edit into the draft: free, and taken back with undo. */
export function useRestore(onDone: () => void) {
  const text = useTranslations('editor.revisions');
  const problemText = useProblemText();
  const { store, profileId } = useEditor();
  return useMutation({
    mutationFn: async (number: number) => {
      await store.flush();
      const { data, etag } = await restoreRevision(profileId, number, store.current().sync.etag);
      store.adopt({ document: withItemIds(data.document as ProfileDocument, newItemId), etag: etag ?? '' });
      return number;
    },
    onSuccess: (number) => {
      showToast({ tone: 'good', message: text('restored', { number }) });
      onDone();
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}

/** The latest saved edit that stands, with its document; `document` is null when nothing stands. */
export function useLatestRevision(): { ready: boolean; revision: Revision | null; document: ProfileDocument | null } {
  const { profileId } = useEditor();
  const revisions = useRevisions().data?.revisions;
  const revision = revisions?.find((one) => !one.undone) ?? null;
  const document = useQuery({
    queryKey: queryKeys.revision(profileId, revision?.number ?? 0),
    queryFn: () => fetchRevisionDocument(profileId, revision?.number ?? 0),
    enabled: revision !== null,
    staleTime: Infinity,
  });
  if (!revisions) return { ready: false, revision: null, document: null };
  if (!revision) return { ready: true, revision: null, document: null };
  return { ready: document.data !== undefined, revision, document: (document.data ?? null) as ProfileDocument | null };
}

function refreshAfter(client: QueryClient, profileId: string): void {
  void client.invalidateQueries({ queryKey: queryKeys.credits });
  void client.invalidateQueries({ queryKey: queryKeys.revisions(profileId), exact: true });
  void client.invalidateQueries({ queryKey: queryKeys.profile(profileId), exact: true });
  void client.invalidateQueries({ queryKey: queryKeys.profiles, exact: true });
}

/** Saves the draft as an edit: sends what is unsent, then pays and keeps in one act that is safe to repeat. */
export function useSaveEdit(profile: Profile) {
  const text = useTranslations('editor.save');
  const problemText = useProblemText();
  const client = useQueryClient();
  const undo = useUndoEdit(profile);
  const { store } = useEditor();
  return useMutation({
    mutationFn: async () => {
      await store.flush();
      const { sync, document } = store.current();
      const saved = await idempotencyKeys.run(`edit:${profile.id}:${sync.etag}`, (key) =>
        saveRevision(profile.id, sync.etag, key),
      );
      client.setQueryData(queryKeys.revision(profile.id, saved.revision.number), document);
      return saved;
    },
    onSuccess: ({ revision, charge }) => {
      refreshAfter(client, profile.id);
      const message = charge
        ? text('done', { number: revision.number, balance: charge.balanceAfter })
        : text('unchanged');
      const action = charge
        ? { label: text('undo', { number: revision.number }), run: () => undo.mutate(revision.number) }
        : undefined;
      showToast({ tone: 'good', message, action });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 402)
        void client.invalidateQueries({ queryKey: queryKeys.credits });
      showToast({ tone: 'bad', message: problemText(error) });
    },
  });
}

/** Takes a saved edit back; its credits return. */
export function useUndoEdit(profile: Profile) {
  const text = useTranslations('editor.save');
  const problemText = useProblemText();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (number: number) =>
      idempotencyKeys.run(`undo:${profile.id}:${number}`, (key) => undoRevision(profile.id, number, key)),
    onSuccess: ({ revision, reversal }) => {
      refreshAfter(client, profile.id);
      const values = { number: revision.number, credits: reversal.credits, balance: reversal.balanceAfter };
      showToast({ tone: 'good', message: text('undone', values) });
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}

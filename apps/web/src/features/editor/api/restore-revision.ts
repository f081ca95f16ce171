'use client';

import { postProfilesByIdRevisionsByNumberRestore } from '@canar/api-client';
import { type ProfileDocument, withItemIds } from '@canar/profile-document';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { call } from '@/lib/api/http';
import { useProblemText } from '@/signed-in/use-problem-text';
import { showToast } from '@/ui/overlay/toast-store';
import { newItemId } from '@/lib/item-id';
import { useEditor } from '../store/editor-context';

/** Puts a saved edit into the draft: free, and taken back with undo. */
export function useRestoreRevision(onSuccess: () => void) {
  const text = useTranslations('editor.revisions');
  const problemText = useProblemText();
  const { store, profileId: id } = useEditor();
  return useMutation({
    mutationFn: async (number: number) => {
      await store.flush();
      const params = { path: { id, number }, header: { 'If-Match': store.current().sync.etag } };
      const { data, etag } = await call(postProfilesByIdRevisionsByNumberRestore, { params });
      store.replace({ document: withItemIds(data.document as ProfileDocument, newItemId), etag: etag ?? '' });
      return number;
    },
    onSuccess: (number) => {
      showToast({ tone: 'good', message: text('restored', { number }) });
      onSuccess();
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}

'use client';

import { postProfilesByIdRevisions } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { call } from '@/lib/api/http';
import { ApiProblem } from '@/lib/api/problem';
import { idempotencyKeys } from '@/lib/idempotency-keys';
import { queryKeys } from '@/lib/query-keys';
import { isPast } from '@/lib/local-moment';
import { useProfile } from '@/signed-in/api/get-profile';
import { useProblemText } from '@/signed-in/use-problem-text';
import { showToast } from '@/ui/overlay/toast-store';
import { useEditor } from '../store/editor-context';
import { revisionKey } from './get-revision';
import { refreshAfterEdit } from './refresh-profile';
import { useUndoRevision } from './undo-revision';

/**
 * Saves the draft as a paid edit: sends what is unsent, then charges and stores in one request that is safe to repeat.
 * Where the profile has a page, the message leads to it: a saved edit is live at once.
 */
export function useSaveRevision() {
  const text = useTranslations('editor.save');
  const problemText = useProblemText();
  const client = useQueryClient();
  const undo = useUndoRevision();
  const { store, profileId: id } = useEditor();
  const publication = useProfile(id).data?.publication;
  return useMutation({
    mutationFn: async () => {
      await store.flush();
      const { sync, document } = store.current();
      const saved = await postRevision(id, sync.etag);
      client.setQueryData(revisionKey(id, saved.revision.number), document);
      return saved;
    },
    onSuccess: ({ revision: { number }, charge }) => {
      refreshAfterEdit(client, id);
      if (!charge) return showToast({ tone: 'good', message: text('unchanged') });
      const action = { label: text('undo', { number }), run: () => undo.mutate(number) };
      const isLive = publication && !isPast(publication.expiresAt, Date.now());
      const note = isLive ? { message: text('live'), label: text('openPage'), href: publication.url } : undefined;
      showToast({ tone: 'good', message: text('done', { number, balance: charge.balanceAfter }), action, note });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 402)
        void client.invalidateQueries({ queryKey: queryKeys.credits });
      showToast({ tone: 'bad', message: problemText(error) });
    },
  });
}

/** Problems: credits.insufficient, subscription.required, 412. */
function postRevision(id: string, etag: string) {
  return idempotencyKeys.run(`edit:${id}:${etag}`, async (key) => {
    const params = { path: { id }, header: { 'If-Match': etag, 'Idempotency-Key': key } };
    return (await call(postProfilesByIdRevisions, { params })).data;
  });
}

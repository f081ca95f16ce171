'use client';

import { postProfilesByIdRevisionsByNumberUndo } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { call } from '@/lib/api/http';
import { idempotencyKeys } from '@/lib/idempotency-keys';
import { useProblemText } from '@/signed-in/use-problem-text';
import { showToast } from '@/ui/overlay/toast-store';
import { useEditor } from '../store/editor-context';
import { refreshAfterEdit } from './refresh-profile';

/** Undoes the latest saved edit within its ten minutes; its credits return. Problems: undo.too-late, revision.published. */
export function useUndoRevision() {
  const text = useTranslations('editor.save');
  const problemText = useProblemText();
  const client = useQueryClient();
  const { profileId: id } = useEditor();
  return useMutation({
    mutationFn: (number: number) =>
      idempotencyKeys.run(`undo:${id}:${number}`, async (key) => {
        const params = { path: { id, number }, header: { 'Idempotency-Key': key } };
        return (await call(postProfilesByIdRevisionsByNumberUndo, { params })).data;
      }),
    onSuccess: ({ revision, reversal }) => {
      refreshAfterEdit(client, id);
      const values = { number: revision.number, credits: reversal.credits, balance: reversal.balanceAfter };
      showToast({ tone: 'good', message: text('undone', values) });
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}

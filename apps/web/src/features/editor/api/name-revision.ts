'use client';

import { patchProfilesByIdRevisionsByNumber } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { useProblemText } from '@/signed-in/use-problem-text';
import { showToast } from '@/ui/overlay/toast-store';
import { useEditor } from '../store/editor-context';
import { revisionsKey } from './list-revisions';

/** Gives a saved edit a name; an empty one takes it away. */
export function useNameRevision(number: number, onSuccess: () => void) {
  const problemText = useProblemText();
  const client = useQueryClient();
  const { profileId: id } = useEditor();
  return useMutation({
    mutationFn: (name: string) =>
      call(patchProfilesByIdRevisionsByNumber, {
        params: { path: { id, number } },
        body: { name: name.trim() || null },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: revisionsKey(id), exact: true });
      onSuccess();
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}

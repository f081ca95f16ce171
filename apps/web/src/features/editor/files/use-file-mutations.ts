'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemText } from '@/signed-in/use-problem-text';
import { queryKeys } from '@/lib/query-keys';
import { showToast } from '@/ui/overlay/toast-store';
import type { ChosenFile, OnProgress } from '../api/upload-file';

type Upload = (profileId: string, chosen: ChosenFile, onProgress: OnProgress) => Promise<unknown>;

/** Uploading and removing one file of a profile, with the share that has been sent; null when nothing is under way. */
export function useFileMutations(
  profileId: string,
  send: Upload,
  drop: (profileId: string) => Promise<void>,
  done: string,
) {
  const client = useQueryClient();
  const problemText = useProblemText();
  const [progress, setProgress] = useState<number | null>(null);
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.profile(profileId), exact: true }),
      client.invalidateQueries({ queryKey: queryKeys.profiles, exact: true }),
    ]);
  const onError = (error: unknown) => showToast({ tone: 'bad', message: problemText(error) });
  const upload = useMutation({
    mutationFn: (chosen: ChosenFile) => {
      setProgress(0);
      return send(profileId, chosen, setProgress);
    },
    onSuccess: async () => {
      await refresh();
      showToast({ tone: 'good', message: done });
    },
    onError,
    onSettled: () => setProgress(null),
  });
  const remove = useMutation({ mutationFn: () => drop(profileId), onSuccess: refresh, onError });
  return { upload, remove, progress };
}

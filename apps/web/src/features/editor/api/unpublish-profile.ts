'use client';

import { deleteProfilesByIdPublication } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { call } from '@/lib/api/http';
import { useProblemText } from '@/signed-in/use-problem-text';
import { showToast } from '@/ui/overlay/toast-store';
import { refreshProfile } from './refresh-profile';

/** Takes the page of a profile down at once. */
export function useUnpublishProfile(id: string) {
  const text = useTranslations('editor.publish');
  const problemText = useProblemText();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(deleteProfilesByIdPublication, { params: { path: { id } } }),
    onSuccess: async () => {
      await refreshProfile(client, id);
      showToast({ tone: 'good', message: text('unpublished') });
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}

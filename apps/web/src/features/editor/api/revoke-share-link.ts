'use client';

import { deleteProfilesByIdShareLinksByLink } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { call } from '@/lib/api/http';
import { useProblemText } from '@/signed-in/use-problem-text';
import { showToast } from '@/ui/overlay/toast-store';
import { shareLinksKey } from './list-share-links';

/** Ends a link at once. */
export function useRevokeShareLink(id: string) {
  const text = useTranslations('editor.links');
  const problemText = useProblemText();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (link: string) => call(deleteProfilesByIdShareLinksByLink, { params: { path: { id, link } } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: shareLinksKey(id) });
      showToast({ tone: 'good', message: text('revoked') });
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}

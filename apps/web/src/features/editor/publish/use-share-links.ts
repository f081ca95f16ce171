'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { createShareLink, fetchShareLinks, revokeShareLink } from '@/lib/api/share-links';
import type { ShareLinkBody } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';
import { showToast } from '@/ui/toast-store';

/** The links of a profile, making one and revoking one. */
export function useShareLinks(profileId: string) {
  const text = useTranslations('editor.links');
  const problemText = useProblemText();
  const client = useQueryClient();
  const queryKey = queryKeys.shareLinks(profileId);
  const settle = async (message: string) => {
    await client.invalidateQueries({ queryKey });
    showToast({ tone: 'good', message });
  };
  return {
    links: useQuery({ queryKey, queryFn: () => fetchShareLinks(profileId) }),
    create: useMutation({
      mutationFn: (body: ShareLinkBody) => createShareLink(profileId, body),
      onSuccess: ({ label }) => settle(text('made', { label })),
    }),
    revoke: useMutation({
      mutationFn: (id: string) => revokeShareLink(profileId, id),
      onSuccess: () => settle(text('revoked')),
      onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
    }),
  };
}

'use client';

import { postProfilesByIdShareLinks } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { call } from '@/lib/api/http';
import type { ShareLinkBody } from '@/lib/api/types';
import { showToast } from '@/ui/overlay/toast-store';
import { shareLinksKey } from './list-share-links';

/** Creates a link for one recipient. Problems: publication.expiry-past, share-links.too-many. */
export function useCreateShareLink(id: string) {
  const text = useTranslations('editor.links');
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: ShareLinkBody) =>
      (await call(postProfilesByIdShareLinks, { params: { path: { id } }, body })).data,
    onSuccess: async ({ label }) => {
      await client.invalidateQueries({ queryKey: shareLinksKey(id) });
      showToast({ tone: 'good', message: text('made', { label }) });
    },
  });
}

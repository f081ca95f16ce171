'use client';

import { putProfilesByIdPublication } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { call } from '@/lib/api/http';
import type { Profile, PublicationBody } from '@/lib/api/types';
import { showToast } from '@/ui/overlay/toast-store';
import { refreshProfile } from './refresh-profile';

/** Publishes a profile or changes how it is published. Problems: slug.taken, slug.reserved, profile.unsaved. */
export function usePublishProfile({ id, publication }: Profile) {
  const text = useTranslations('editor.publish');
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: PublicationBody) =>
      (await call(putProfilesByIdPublication, { params: { path: { id } }, body })).data,
    onSuccess: async () => {
      await refreshProfile(client, id);
      showToast({ tone: 'good', message: text(publication ? 'updated' : 'done') });
    },
  });
}

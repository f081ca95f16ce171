'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { publish, unpublish } from '@/lib/api/profiles';
import { downloadQrCode } from '@/lib/api/share-links';
import type { Profile, PublicationBody } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';
import { saveFile } from '@/ui/save-file';
import { showToast } from '@/ui/toast-store';

/** Publishing a profile and taking its page down. */
export function usePublication(profile: Profile) {
  const text = useTranslations('editor.publish');
  const problemText = useProblemText();
  const client = useQueryClient();
  const settle = async (message: string) => {
    await client.invalidateQueries({ queryKey: queryKeys.profile(profile.id), exact: true });
    void client.invalidateQueries({ queryKey: queryKeys.profiles, exact: true });
    showToast({ tone: 'good', message });
  };
  return {
    publish: useMutation({
      mutationFn: (input: PublicationBody) => publish(profile.id, input),
      onSuccess: () => settle(text(profile.publication ? 'updated' : 'done')),
    }),
    unpublish: useMutation({
      mutationFn: () => unpublish(profile.id),
      onSuccess: () => settle(text('unpublished')),
      onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
    }),
  };
}

/** Puts an address on the clipboard and says so. */
export function useCopyLink(): (url: string) => Promise<void> {
  const text = useTranslations('editor.publish');
  return async (url) => {
    await navigator.clipboard.writeText(url);
    showToast({ tone: 'good', message: text('copied') });
  };
}

/** Downloads the QR code of a page's address. */
export function useQrCode(profileId: string, slug: string) {
  const problemText = useProblemText();
  return useMutation({
    mutationFn: async (form: 'svg' | 'png') => saveFile(await downloadQrCode(profileId, form), `${slug}.${form}`),
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}

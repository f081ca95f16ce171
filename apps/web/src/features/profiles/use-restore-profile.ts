'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { restoreProfile } from '@/lib/api/profiles';
import { queryKeys } from '@/lib/query-keys';
import { showToast } from '@/ui/toast-store';

/** Takes a profile out of the trash and says so. */
export function useRestoreProfile() {
  const text = useTranslations('profiles.trash');
  const problemText = useProblemText();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: { id: string; title: string }) => restoreProfile(id),
    onSuccess: async (_profile, { title }) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.profiles, exact: true }),
        client.invalidateQueries({ queryKey: queryKeys.trash }),
      ]);
      showToast({ tone: 'good', message: text('restored', { title }) });
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}

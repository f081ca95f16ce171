'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { showToast } from '@/ui/overlay/toast-store';
import { useRestoreProfile } from './api/restore-profile';

/** Takes a profile out of the trash and reports the result in a toast. */
export function useRestoreAndReport() {
  const text = useTranslations('profiles.trash');
  const problemText = useProblemText();
  const restore = useRestoreProfile({
    onSuccess: (title) => showToast({ tone: 'good', message: text('restored', { title }) }),
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
  return { busy: restore.isPending, run: restore.mutate };
}

'use client';

import { useTranslations } from 'use-intl';
import { showToast } from '@/ui/overlay/toast-store';

/** Copies an address to the clipboard and says so. */
export function useCopyLink(): (url: string) => Promise<void> {
  const text = useTranslations('editor.publish');
  return async (url) => {
    await navigator.clipboard.writeText(url);
    showToast({ tone: 'good', message: text('copied') });
  };
}

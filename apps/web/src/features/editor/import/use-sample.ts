'use client';

import { withItemIds } from '@canar/profile-document';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { showToast } from '@/ui/overlay/toast-store';
import { newItemId } from '@/lib/item-id';
import { startFromSample } from './start-from-sample';
import { useEditor } from '../store/editor-context';

/** Puts the sample into the draft, in the language of the profile; one undo takes it out again. */
export function useSample(): () => Promise<void> {
  const text = useTranslations('editor');
  const siteLocale = useSiteLocale();
  const { store } = useEditor();
  return async () => {
    const { sampleProfile } = await import('@/content/sample-profile');
    const locale = store.current().document.meta?.canar?.locale ?? siteLocale;
    const sample = sampleProfile(locale.toLowerCase().startsWith('hi') ? 'hi' : 'en');
    store.edit('import', (draft) => withItemIds(startFromSample(draft, sample), newItemId));
    const action = { label: text('undo'), run: () => store.undo() };
    showToast({ tone: 'good', message: text('import.sampleDone'), action });
  };
}

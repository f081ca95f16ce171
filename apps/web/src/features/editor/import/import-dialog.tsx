'use client';

import { withItemIds, type ProfileDocument } from '@canar/profile-document';
import { useTranslations } from 'use-intl';
import { ImportReviewDialog } from '@/signed-in/import-review/import-review';
import { showToast } from '@/ui/overlay/toast-store';
import { useConvertResume } from '../api/convert-resume';
import { newItemId } from '@/lib/item-id';
import { useEditor } from '../store/editor-context';
import { ImportSource } from './import-source';

/** Brings a résumé into the draft: choose it, review what was read, then take it. One undo brings the old draft back. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const text = useTranslations('editor.import');
  const { store } = useEditor();
  const convert = useConvertResume();
  const use = (document: ProfileDocument) => {
    store.edit('import', () => withItemIds(document, newItemId));
    showToast({ tone: 'good', message: text('done') });
    onClose();
  };
  const source = (
    <ImportSource
      reading={convert.isPending ? convert.variables : null}
      error={convert.error}
      onSource={(chosen) => convert.mutate(chosen)}
    />
  );
  return (
    <ImportReviewDialog
      imported={convert.data ?? null}
      before={{ title: text('title'), description: text('body'), content: source }}
      onUse={use}
      onCancel={onClose}
    />
  );
}

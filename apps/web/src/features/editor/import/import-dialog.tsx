'use client';

import { withItemIds, type ProfileDocument } from '@canar/profile-document';
import { useTranslations } from 'use-intl';
import type { Imported } from '@/lib/api/types';
import { Dialog } from '@/ui/overlay/dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { useConvertResume } from '../api/convert-resume';
import { newItemId } from '@/lib/item-id';
import { useEditor } from '../store/editor-context';
import { ImportReport } from './import-report';
import { ImportSource } from './import-source';

/** Brings a résumé into the draft: choose it, see what was placed, put right and left over, then take it. One undo brings the old draft back. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const text = useTranslations('editor.import');
  const { store } = useEditor();
  const convert = useConvertResume();
  const use = (imported: Imported) => {
    store.edit('import', () => withItemIds(imported.document as ProfileDocument, newItemId));
    showToast({ tone: 'good', message: text('done') });
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={text('title')} description={text('body')}>
      {convert.data ? (
        <ImportReport imported={convert.data} onUse={() => use(convert.data)} onBack={() => convert.reset()} />
      ) : (
        <ImportSource
          reading={convert.isPending ? convert.variables : null}
          error={convert.error}
          onSource={(source) => convert.mutate(source)}
        />
      )}
    </Dialog>
  );
}

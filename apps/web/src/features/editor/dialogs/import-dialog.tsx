'use client';

import { orderedSections, withItemIds, type ProfileDocument } from '@canar/profile-document';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { convertResume } from '@/lib/api/drafts';
import type { Imported } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { Dialog, DialogActions } from '@/ui/dialog';
import { showToast } from '@/ui/toast-store';
import { newItemId } from '../model/item-id';
import { printable } from '../model/printable';
import { useEditor } from '../store/editor-context';
import { ImportSource } from './import-source';

/** Brings a résumé into the draft: choose it, see what was put right and what found no place, then take it. One undo brings the old draft back. */
export function ImportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('editor.import');
  const { store, profileId } = useEditor();
  const convert = useMutation({ mutationFn: (resume: unknown) => convertResume(profileId, resume) });
  const close = () => {
    convert.reset();
    onClose();
  };
  const use = (imported: Imported) => {
    store.edit('import', () => withItemIds(imported.document as ProfileDocument, newItemId));
    showToast({ tone: 'good', message: text('done') });
    close();
  };
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()} title={text('title')} description={text('body')}>
      {convert.data ? (
        <Result imported={convert.data} onUse={() => use(convert.data)} onBack={() => convert.reset()} />
      ) : (
        <ImportSource busy={convert.isPending} error={convert.error} onResume={(resume) => convert.mutate(resume)} />
      )}
    </Dialog>
  );
}

function Result({ imported, onUse, onBack }: { imported: Imported; onUse: () => void; onBack: () => void }) {
  const text = useTranslations('editor.import');
  const document = imported.document as ProfileDocument;
  const sections = orderedSections(document).filter(({ items }) => items.length > 0).length;
  const { repaired, unplaced } = imported;
  return (
    <div className="text-sm" role="status">
      <p className="text-base">{text('found', { sections, name: document.basics?.name ?? text('nameless') })}</p>
      {repaired.length + unplaced.length === 0 && <p className="mt-1 text-muted">{text('clean')}</p>}
      <Findings
        title={text('repaired')}
        rows={repaired.map(({ pointer, from, to }) => ({ pointer, value: `${printable(from)} → ${printable(to)}` }))}
      />
      <Findings
        title={text('unplaced')}
        rows={unplaced.map(({ pointer, value }) => ({ pointer, value: printable(value) }))}
      />
      <DialogActions>
        <Button look="bare" onClick={onBack}>
          {text('back')}
        </Button>
        <Button look="main" onClick={onUse}>
          {text('use')}
        </Button>
      </DialogActions>
    </div>
  );
}

function Findings({ title, rows }: { title: string; rows: readonly { pointer: string; value: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-base">{title}</h3>
      <ul className="mt-1 max-h-40 overflow-y-auto border-t border-hairline">
        {rows.map(({ pointer, value }, index) => (
          <li key={index} className="border-b border-hairline py-1.5">
            <code className="text-xs text-muted">{pointer}</code>
            <span className="block break-words">{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

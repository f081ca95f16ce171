'use client';

import { useTranslations } from 'use-intl';
import type { Publication } from '@/lib/api/types';
import { useCredits } from '@/signed-in/api/get-credits';
import { MenuItem, MenuLine } from '@/ui/overlay/menu';
import { useEditor, useEditorState } from '../store/editor-context';

interface PhoneActionsProps {
  publication: Publication | null;
  onPublish: () => void;
}

/** What the header has no room for on a phone: undo, redo, publishing and the balance. */
export function PhoneActions({ publication, onPublish }: PhoneActionsProps) {
  const text = useTranslations('editor');
  const { store } = useEditor();
  const steps = useEditorState(({ history }) => history.past.length);
  const forward = useEditorState(({ history }) => history.future.length);
  const balance = useCredits().data?.balance;
  return (
    <div className="sm:hidden">
      {balance !== undefined && (
        <p className="figures px-3 py-2 text-xs text-muted">
          {text('save.balance', { balance })} · {text('save.free')}
        </p>
      )}
      <MenuItem disabled={steps === 0} onSelect={() => store.undo()}>
        {text('undo')}
      </MenuItem>
      <MenuItem disabled={forward === 0} onSelect={() => store.redo()}>
        {text('redo')}
      </MenuItem>
      <MenuItem onSelect={onPublish}>{text(publication ? 'publish.titleLive' : 'publish.open')}</MenuItem>
      <MenuLine />
    </div>
  );
}

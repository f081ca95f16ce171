'use client';

import type { MergeConflict } from '@canar/profile-document';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { usePlaceText } from './use-place-text';
import type { Side } from '../model/conflicts';
import { useEditor } from '../store/editor-context';
import { useConflicts } from './use-conflicts';
import { useValueText } from './use-value-text';

/** What this device and another one changed differently: both sides of each, one to be chosen. Everything else is merged already. */
export function ConflictDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('editor.conflict');
  const { store } = useEditor();
  const conflicts = useConflicts();
  const all = (side: Side) => () => {
    store.chooseAll(side);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={text('title')}
      description={text('body', { count: conflicts.length })}
      size="wide"
    >
      <ul className="flex flex-col gap-5">
        {conflicts.map((conflict, index) => (
          <Conflict
            key={`${conflict.kind} ${conflict.path.join('/')} ${index}`}
            conflict={conflict}
            onChoose={(side) => store.choose(index, side)}
          />
        ))}
      </ul>
      {conflicts.length > 1 && (
        <DialogActions>
          <Button look="bare" onClick={all('theirs')}>
            {text('keepTheirs')}
          </Button>
          <Button look="solid" onClick={all('mine')}>
            {text('keepMine')}
          </Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

function Conflict({ conflict, onChoose }: { conflict: MergeConflict; onChoose: (side: Side) => void }) {
  const text = useTranslations('editor.conflict');
  const name = usePlaceText()(conflict.place);
  return (
    <li>
      <h3 className="mb-2 text-base wrap-anywhere">{conflict.kind === 'order' ? text('order', { name }) : name}</h3>
      <div className="grid gap-3 sm:grid-cols-2">
        {(['mine', 'theirs'] as const).map((side) => (
          <section key={side} className="flex flex-col gap-2 rounded-control border border-hairline p-3 text-sm">
            <h4 className="text-xs font-medium text-muted">{text(side)}</h4>
            <SideText conflict={conflict} side={side} />
            <Button
              size="small"
              className="self-start"
              aria-label={text('takeOf', { side: text(side), name })}
              onClick={() => onChoose(side)}
            >
              {text('take')}
            </Button>
          </section>
        ))}
      </div>
    </li>
  );
}

function SideText({ conflict, side }: { conflict: MergeConflict; side: Side }) {
  const text = useTranslations('editor.conflict');
  const valueText = useValueText();
  const value = conflict[side];
  if (conflict.kind === 'order') return <p className="grow">{text('orderOf')}</p>;
  if (value === undefined) {
    return <p className="grow text-muted">{text(conflict.kind === 'removed' ? 'removed' : 'cleared')}</p>;
  }
  return (
    <p className="max-h-48 grow overflow-y-auto wrap-anywhere whitespace-pre-line">
      {valueText(conflict.place, value)}
    </p>
  );
}

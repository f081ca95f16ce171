'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/ui/overlay/dialog';
import { SkeletonLines } from '@/ui/skeleton';
import { useRevisions } from '../api/list-revisions';
import { useRevisionTitle } from './use-revision-title';
import { RevisionLine } from './revision-line';
import { RevisionView } from './revision-view';

/** All saved edits; each can be looked at, compared, and put into the draft, free, and taken back with undo. */
export function RevisionsDialog({ onClose }: { onClose: () => void }) {
  const text = useTranslations('editor.revisions');
  const [seen, setSeen] = useState<number | null>(null);
  const titleOf = useRevisionTitle();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={seen === null ? text('title') : titleOf(seen)}
      size={seen === null ? 'regular' : 'wide'}
    >
      {seen === null ? (
        <RevisionList onLook={setSeen} />
      ) : (
        <RevisionView number={seen} onBack={() => setSeen(null)} onDone={onClose} />
      )}
    </Dialog>
  );
}

function RevisionList({ onLook }: { onLook: (number: number) => void }) {
  const text = useTranslations('editor.revisions');
  const common = useTranslations('common');
  const revisions = useRevisions();
  return (
    <>
      {revisions.isPending && <SkeletonLines lines={3} label={common('loading')} />}
      {revisions.data?.revisions.length === 0 && <p className="text-muted">{text('empty')}</p>}
      <ul className="-mx-2 max-h-[60dvh] divide-y divide-hairline overflow-y-auto px-2">
        {revisions.data?.revisions.map((revision) => (
          <RevisionLine key={revision.id} revision={revision} onLook={() => onLook(revision.number)} />
        ))}
      </ul>
    </>
  );
}

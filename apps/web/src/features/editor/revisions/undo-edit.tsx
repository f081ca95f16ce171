'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { useNow } from '@/lib/use-now';
import { useUndoRevision } from '../api/undo-revision';
import { useLatestRevision } from './use-latest-revision';

/** Takes the last saved edit back, while that is possible, and says for how long. */
export function UndoEdit({ className }: { className: string }) {
  const text = useTranslations('editor.save');
  const { revision } = useLatestRevision();
  const undo = useUndoRevision();
  const until = revision?.undoableUntil ? Date.parse(revision.undoableUntil) : 0;
  const now = useNow();
  if (!revision || until <= now) return null;
  return (
    <Button
      look="bare"
      size="small"
      busy={undo.isPending}
      onClick={() => undo.mutate(revision.number)}
      className={clsx('figures', className)}
    >
      <span className="max-lg:flex max-lg:items-baseline max-lg:gap-2">
        {text('undo', { number: revision.number })}
        <span className="block text-xs font-normal text-muted">
          {text('undoLeft', { minutes: Math.ceil((until - now) / 60_000) })}
        </span>
      </span>
    </Button>
  );
}

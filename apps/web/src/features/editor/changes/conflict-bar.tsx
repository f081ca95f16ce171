'use client';

import { GitCompare } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { ConflictDialog } from './conflict-dialog';
import { useConflicts } from './use-conflicts';
import { usePlaceText } from './use-place-text';
import { useValueText } from './use-value-text';

/** A bar over the panes while this device and another one say different things in a place: both as they are now, and the way to choose. */
export function ConflictBar() {
  const text = useTranslations('editor.conflict');
  const placeText = usePlaceText();
  const valueText = useValueText();
  const conflicts = useConflicts();
  const [choosing, setChoosing] = useState(false);
  const [first] = conflicts;
  if (!first) return null;
  return (
    <section
      aria-label={text('title')}
      className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-brick/30 bg-brick-soft px-3 py-2 text-sm sm:px-4"
    >
      <div className="min-w-0 grow basis-72">
        <p role="alert" className="flex items-center gap-2 font-medium">
          <GitCompare aria-hidden size={16} strokeWidth={1.5} className="shrink-0 text-brick" />
          {text('bar', { name: placeText(first.place), more: conflicts.length - 1 })}
        </p>
        {first.kind === 'field' && (
          <p className="line-clamp-2 wrap-anywhere text-muted">
            {text('sides', { mine: valueText(first.place, first.mine), theirs: valueText(first.place, first.theirs) })}
          </p>
        )}
      </div>
      <Button size="small" onClick={() => setChoosing(true)}>
        {text('choose')}
      </Button>
      <ConflictDialog open={choosing} onClose={() => setChoosing(false)} />
    </section>
  );
}

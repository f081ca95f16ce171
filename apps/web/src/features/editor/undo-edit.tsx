'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Profile } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { useLatestRevision, useUndoEdit } from './use-revisions';

const TICK_MS = 15_000;

/** Takes the last saved edit back, while that is possible, and says for how long. */
export function UndoEdit({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.save');
  const { revision } = useLatestRevision();
  const undo = useUndoEdit(profile);
  const [now, setNow] = useState(Date.now);
  const until = revision?.undoableUntil ? Date.parse(revision.undoableUntil) : 0;
  useEffect(() => {
    if (until === 0) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [until]);
  if (!revision || until <= now) return null;
  return (
    <Button
      look="bare"
      size="small"
      busy={undo.isPending}
      onClick={() => undo.mutate(revision.number)}
      className="figures max-md:hidden"
    >
      <span>
        {text('undo', { number: revision.number })}
        <span className="block text-xs font-normal text-muted">
          {text('undoLeft', { minutes: Math.ceil((until - now) / 60_000) })}
        </span>
      </span>
    </Button>
  );
}

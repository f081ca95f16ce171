'use client';

import { CloudOff, GitCompare, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { ApiProblem } from '@/lib/api/problem';
import { formatClock } from '@/lib/format';
import { ConflictDialog } from './conflict-dialog';
import type { Sync } from '../model/sync';
import { useEditorState } from '../store/editor-context';

/** How the draft stands, next to the title and announced politely. */
export function DraftState() {
  const text = useTranslations('editor.state');
  const sync = useEditorState((snapshot) => snapshot.sync);
  const [comparing, setComparing] = useState(false);
  return (
    <div className="figures flex h-5 min-w-0 items-center text-xs whitespace-nowrap text-muted">
      {sync.phase === 'conflict' ? (
        <button
          type="button"
          onClick={() => setComparing(true)}
          className="flex min-w-0 items-center gap-1 font-medium text-brick underline underline-offset-2"
        >
          <GitCompare aria-hidden size={14} strokeWidth={1.5} className="shrink-0" />
          <span className="truncate">{text('conflict')}</span>
        </button>
      ) : (
        <StateLine sync={sync} />
      )}
      <span role="status" className="sr-only">
        {text(sync.phase === 'saved' ? 'fresh' : sync.phase)}
      </span>
      <ConflictDialog open={comparing && sync.phase === 'conflict'} onClose={() => setComparing(false)} />
    </div>
  );
}

function StateLine({ sync }: { sync: Sync }) {
  const text = useTranslations('editor.state');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  if (sync.phase === 'saved') {
    return (
      <span>{sync.savedAt ? text('saved', { time: formatClock(locale, new Date(sync.savedAt)) }) : text('fresh')}</span>
    );
  }
  if (sync.phase === 'offline' || sync.phase === 'rejected') {
    const Icon = sync.phase === 'offline' ? CloudOff : TriangleAlert;
    const reason = sync.problem ? problemText(new ApiProblem(400, sync.problem)) : undefined;
    return (
      <span title={reason} className="flex min-w-0 items-center gap-1 text-brick">
        <Icon aria-hidden size={14} strokeWidth={1.5} className="shrink-0" />
        <span className="truncate">{text(sync.phase)}</span>
      </span>
    );
  }
  return <span>{text('saving')}</span>;
}

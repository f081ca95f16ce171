'use client';

import { CloudOff, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { ApiProblem } from '@/lib/api/problem';
import { formatClock } from '@/lib/format';
import { useOnline } from '@/lib/use-online';
import { isSharedDevice } from '@/signed-in/device/device-account';
import type { Sync } from '../model/sync';
import { useEditorState } from '../store/editor-context';

/** How the draft stands, next to the title and announced politely. */
export function DraftState() {
  const text = useTranslations('editor.state');
  const sync = useEditorState((snapshot) => snapshot.sync);
  const phase = useDisplayedPhase(sync);
  return (
    <div className="figures flex h-5 min-w-0 items-center text-xs whitespace-nowrap text-muted">
      <StateLine sync={sync} phase={phase} />
      <span role="status" className="sr-only">
        {text(phase === 'saved' ? 'fresh' : phase)}
      </span>
    </div>
  );
}

/** The phase as it is shown: without a network nothing counts as saved or about to be. */
function useDisplayedPhase({ phase }: Sync): Sync['phase'] {
  const online = useOnline();
  return online || phase === 'rejected' ? phase : 'offline';
}

function StateLine({ sync, phase }: { sync: Sync; phase: Sync['phase'] }) {
  const text = useTranslations('editor.state');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  if (phase === 'saved') {
    return (
      <span>{sync.savedAt ? text('saved', { time: formatClock(locale, new Date(sync.savedAt)) }) : text('fresh')}</span>
    );
  }
  if (phase === 'offline' || phase === 'rejected') {
    const Icon = phase === 'offline' ? CloudOff : TriangleAlert;
    const reason = sync.problem ? problemText(new ApiProblem(400, sync.problem)) : undefined;
    return (
      <span title={reason} className="flex min-w-0 items-center gap-1 text-brick">
        <Icon aria-hidden size={14} strokeWidth={1.5} className="shrink-0" />
        <span className="truncate">{text(isSharedDevice() && phase === 'offline' ? 'offlineShared' : phase)}</span>
      </span>
    );
  }
  return <span>{text('saving')}</span>;
}

'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { formatBytes, formatDay } from '@/lib/format';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Skeleton } from '@/ui/skeleton';
import {
  type AccountExport as Export,
  downloadExport,
  useAccountExport,
  useRequestExport,
} from '../api/account-export';
import { useStepUp } from '../use-step-up';

const ConfirmDialog = lazy(() => import('./confirm-dialog').then((module) => ({ default: module.ConfirmDialog })));

/** Everything that is stored of the person, as a file to take along: asked for, being built, ready or failed. */
export function AccountExport() {
  const text = useTranslations('settings.data');
  const problemText = useProblemText();
  const current = useAccountExport();
  const request = useRequestExport();
  if (current.isPending) return <Skeleton className="h-10" />;
  if (!current.data) return <LoadFailure error={current.error} onRetry={() => void current.refetch()} />;
  const { state } = current.data;
  return (
    <div className="flex flex-col items-start gap-4 text-sm" aria-live="polite">
      {state === 'building' && <p>{text('building')}</p>}
      {state === 'failed' && <Notice tone="bad">{text('failed')}</Notice>}
      {state === 'ready' && <Ready current={current.data} />}
      {request.error && <Notice tone="bad">{problemText(request.error)}</Notice>}
      {state !== 'building' && (
        <Button busy={request.isPending} onClick={() => request.mutate()}>
          {text(state === 'ready' ? 'again' : 'ask')}
        </Button>
      )}
    </div>
  );
}

function Ready({ current: { bytes, expiresAt } }: { current: Export }) {
  const text = useTranslations('settings.data');
  const locale = useSiteLocale();
  const [turn, setTurn] = useState(0);
  if (bytes === null || expiresAt === null) return null;
  return (
    <>
      <p>{text('ready', { size: formatBytes(locale, bytes), day: formatDay(locale, expiresAt) })}</p>
      <Download key={turn} onEnd={() => setTurn(turn + 1)} />
    </>
  );
}

/** Downloads the archive; asks for a proof first when the sign-in is not recent. */
function Download({ onEnd }: { onEnd: () => void }) {
  const text = useTranslations('settings.data');
  const problemText = useProblemText();
  const { method, error, busy, act } = useStepUp(() => downloadExport().then(onEnd));
  return (
    <>
      <Button look="main" busy={busy} onClick={() => void act()}>
        {text('download')}
      </Button>
      {Boolean(error) && <Notice tone="bad">{problemText(error)}</Notice>}
      <Suspense>
        {method && (
          <ConfirmDialog title={text('download')} method={method} onConfirmed={() => void act()} onClose={onEnd} />
        )}
      </Suspense>
    </>
  );
}

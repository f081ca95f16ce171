'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useUser } from '@/signed-in/api/get-user';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { formatDay } from '@/lib/format';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';
import { Status } from '@/ui/status';
import { useSecondFactor } from './api/second-factor';
import type { SecondFactorTask } from './second-factor-dialog';

const SecondFactorDialog = lazy(() =>
  import('./second-factor-dialog').then((module) => ({ default: module.SecondFactorDialog })),
);

/** Whether a second factor is asked for at sign-in, and what can be done about it. */
export function SecondFactor() {
  const text = useTranslations('settings.secondFactor');
  const factor = useSecondFactor();
  const { data: user } = useUser();
  const [task, setTask] = useState<SecondFactorTask | null>(null);
  if (factor.isPending || !user) return <Skeleton className="h-10" />;
  if (!factor.data) return <LoadFailure error={factor.error} onRetry={() => void factor.refetch()} />;
  const { since, recoveryCodesLeft } = factor.data;
  return (
    <div className="flex flex-col items-start gap-4 text-sm">
      {since !== null && <On since={since} codes={recoveryCodesLeft} onTask={setTask} />}
      {since === null && user.emailVerified && <Button onClick={() => setTask('set-up')}>{text('setUp')}</Button>}
      {since === null && !user.emailVerified && <p className="text-muted">{text('verifyFirst')}</p>}
      <Suspense>{task && <SecondFactorDialog task={task} onClose={() => setTask(null)} />}</Suspense>
    </div>
  );
}

interface OnProps {
  since: string;
  codes: number;
  onTask: (task: SecondFactorTask) => void;
}

function On({ since, codes, onTask }: OnProps) {
  const text = useTranslations('settings.secondFactor');
  const locale = useSiteLocale();
  return (
    <>
      <Status tone="good">{text('on', { day: formatDay(locale, since) })}</Status>
      <p className="text-muted">{text('codesLeft', { codes })}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onTask('renew')}>{text('renew')}</Button>
        <Button onClick={() => onTask('remove')}>{text('remove')}</Button>
      </div>
    </>
  );
}

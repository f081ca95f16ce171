'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useUser } from '@/signed-in/api/get-user';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { formatDay, formatMoment } from '@/lib/format';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';
import { type Passkey, usePasskeys } from '../api/passkeys';
import type { PasskeyTask } from './passkey-dialog';
import { signalPasskeys } from './signal-passkeys';

const PasskeyDialog = lazy(() => import('./passkey-dialog').then((module) => ({ default: module.PasskeyDialog })));

/** The passkeys of the person, and what can be done about them. */
export function Passkeys() {
  const text = useTranslations('settings.passkeys');
  const list = usePasskeys();
  const { data: user } = useUser();
  const [task, setTask] = useState<PasskeyTask | null>(null);
  const signals = list.data?.signals;
  useEffect(() => {
    if (signals && user) void signalPasskeys(signals, user);
  }, [signals, user]);
  if (list.isPending || !user) return <Skeleton className="h-10" />;
  if (!list.data) return <LoadFailure error={list.error} onRetry={() => void list.refetch()} />;
  const { passkeys } = list.data;
  return (
    <div className="flex flex-col items-start gap-4 text-sm">
      {passkeys.length > 0 && (
        <ul className="w-full divide-y divide-hairline border-y border-hairline">
          {passkeys.map((passkey) => (
            <Line key={passkey.id} passkey={passkey} onTask={setTask} />
          ))}
        </ul>
      )}
      {user.emailVerified ? (
        <Button onClick={() => setTask({ name: 'add' })}>{text('add')}</Button>
      ) : (
        <p className="text-muted">{text('verifyFirst')}</p>
      )}
      <Suspense>{task && <PasskeyDialog task={task} onClose={() => setTask(null)} />}</Suspense>
    </div>
  );
}

function Line({ passkey, onTask }: { passkey: Passkey; onTask: (task: PasskeyTask) => void }) {
  const text = useTranslations('settings.passkeys');
  const locale = useSiteLocale();
  const { name, createdAt, lastUsedAt } = passkey;
  const added = text('added', { day: formatDay(locale, createdAt) });
  const used = lastUsedAt === null ? text('neverUsed') : text('used', { time: formatMoment(locale, lastUsedAt) });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 grow">
        <p className="font-medium break-words">{name}</p>
        <p className="figures text-muted">
          {[added, used, passkey.synced && text('synced')].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          aria-label={text('renameOf', { name })}
          onClick={() => onTask({ name: 'rename', passkey })}
        >
          {text('rename')}
        </Button>
        <Button
          size="small"
          aria-label={text('removeOf', { name })}
          onClick={() => onTask({ name: 'remove', passkey })}
        >
          {text('remove')}
        </Button>
      </div>
    </li>
  );
}

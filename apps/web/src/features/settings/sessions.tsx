'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import { formatMoment } from '@/lib/format';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/overlay/confirm-dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { Skeleton } from '@/ui/skeleton';
import { Status } from '@/ui/status';
import { type SignedInSession, useSessions } from './api/list-sessions';
import { useRevokeSession } from './api/revoke-session';
import { useSignOutEverywhere } from './api/sign-out-everywhere';
import { useDeviceText } from './device-text';

/** Where this person is signed in, and the ways to end that. */
export function Sessions() {
  const sessions = useSessions();
  if (sessions.isPending) return <Skeleton className="h-24" />;
  if (!sessions.data) return <LoadFailure error={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <div className="flex flex-col items-start gap-5">
      <ul className="w-full divide-y divide-hairline border-y border-hairline">
        {sessions.data.map((one) => (
          <SessionLine key={one.id} session={one} />
        ))}
      </ul>
      <SignOutEverywhere />
    </div>
  );
}

function SessionLine({ session }: { session: SignedInSession }) {
  const text = useTranslations('settings.sessions');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  const revoke = useRevokeSession((error) => showToast({ tone: 'bad', message: problemText(error) }));
  const device = useDeviceText()(session);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {device}
          {session.current && <Status tone="good">{text('current')}</Status>}
        </p>
        <p className="figures text-muted">
          {text('times', {
            since: formatMoment(locale, session.createdAt),
            used: formatMoment(locale, session.lastUsedAt),
          })}
        </p>
      </div>
      {!session.current && (
        <Button
          size="small"
          aria-label={text('endOf', { device })}
          busy={revoke.isPending}
          onClick={() => revoke.mutate(session.id)}
        >
          {text('end')}
        </Button>
      )}
    </li>
  );
}

function SignOutEverywhere() {
  const text = useTranslations('settings.sessions');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  const [asked, setAsked] = useState(false);
  const signOut = useSignOutEverywhere(() => window.location.assign(localePath(locale, '/sign-in/')));
  return (
    <>
      <Button onClick={() => setAsked(true)}>{text('everywhere')}</Button>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={text('everywhere')}
        body={signOut.error ? problemText(signOut.error) : text('everywhereBody')}
        confirm={text('everywhere')}
        danger
        busy={signOut.isPending}
        onConfirm={() => signOut.mutate()}
      />
    </>
  );
}

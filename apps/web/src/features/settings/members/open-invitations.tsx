'use client';

import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { formatDay } from '@/lib/format';
import { Button } from '@/ui/button';
import { showToast } from '@/ui/overlay/toast-store';
import { Skeleton } from '@/ui/skeleton';
import {
  invitationsKey,
  type PendingInvitation,
  resendInvitation,
  revokeInvitation,
  useInvitations,
} from '../api/members';
import { useAct } from './use-act';

/** The invitations that nobody has accepted yet; nothing where there are none. */
export function OpenInvitations() {
  const text = useTranslations('settings.members');
  const invitations = useInvitations();
  if (invitations.isPending) return <Skeleton className="h-12" />;
  if (!invitations.data) return <LoadFailure error={invitations.error} onRetry={() => void invitations.refetch()} />;
  if (invitations.data.length === 0) return null;
  return (
    <section>
      <h3 className="mb-2 font-medium">{text('open')}</h3>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {invitations.data.map((invitation) => (
          <Line key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function Line({ invitation }: { invitation: PendingInvitation }) {
  const text = useTranslations('settings.members');
  const locale = useSiteLocale();
  const { email, role, expiresAt } = invitation;
  const day = formatDay(locale, expiresAt);
  const hasExpired = new Date(expiresAt) <= new Date();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 grow basis-48">
        <p className="font-medium break-all">{email}</p>
        <p className="figures text-muted">
          {text(`roles.${role}`)} · {hasExpired ? text('expired', { day }) : text('expires', { day })}
        </p>
      </div>
      <Acts invitation={invitation} />
    </li>
  );
}

function Acts({ invitation: { id, email } }: { invitation: PendingInvitation }) {
  const text = useTranslations('settings.members');
  const problemText = useProblemText();
  const act = {
    changes: invitationsKey,
    onError: (error: Error) => showToast({ tone: 'bad', message: problemText(error) }),
  };
  const resend = useAct({ ...act, perform: () => resendInvitation(id), done: text('invited', { email }) });
  const revoke = useAct({ ...act, perform: () => revokeInvitation(id), done: text('revoked') });
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        aria-label={text('resendOf', { email })}
        busy={resend.isPending}
        onClick={() => resend.mutate()}
      >
        {text('resend')}
      </Button>
      <Button
        size="small"
        aria-label={text('revokeOf', { email })}
        busy={revoke.isPending}
        onClick={() => revoke.mutate()}
      >
        {text('revoke')}
      </Button>
    </div>
  );
}

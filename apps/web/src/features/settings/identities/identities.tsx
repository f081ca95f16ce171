'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useUser } from '@/signed-in/api/get-user';
import { LoadFailure } from '@/signed-in/load-failure';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { formatDay } from '@/lib/format';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Skeleton } from '@/ui/skeleton';
import { beginConnecting, disconnect, type Identity, type IdentityProvider, useIdentities } from '../api/identities';
import { useStepUp } from '../use-step-up';

const ConfirmDialog = lazy(() =>
  import('../data/confirm-dialog').then((module) => ({ default: module.ConfirmDialog })),
);

const names: Record<IdentityProvider, string> = { google: 'Google', github: 'GitHub' };

/** The accounts at Google and GitHub with which the person can sign in, and those that they can connect. */
export function Identities() {
  const text = useTranslations('settings.identities');
  const list = useIdentities();
  const { data: user } = useUser();
  const [turn, setTurn] = useState(0);
  if (list.isPending || !user) return <Skeleton className="h-10" />;
  if (!list.data) return <LoadFailure error={list.error} onRetry={() => void list.refetch()} />;
  const { identities, providers } = list.data;
  const open = providers.filter((provider) => identities.every((identity) => identity.provider !== provider));
  const onEnd = () => {
    setTurn(turn + 1);
    void list.refetch();
  };
  return (
    <div className="flex flex-col items-start gap-4 text-sm">
      {identities.map((identity) => (
        <Connected key={`${identity.id} ${turn}`} identity={identity} onEnd={onEnd} />
      ))}
      {providers.length + identities.length === 0 && <p className="text-muted">{text('none')}</p>}
      {open.length > 0 && !user.emailVerified && <p className="text-muted">{text('verifyFirst')}</p>}
      {user.emailVerified &&
        open.map((provider) => <Connect key={`${provider} ${turn}`} provider={provider} onEnd={onEnd} />)}
    </div>
  );
}

function Connected({ identity, onEnd }: { identity: Identity; onEnd: () => void }) {
  const text = useTranslations('settings.identities');
  const locale = useSiteLocale();
  const provider = names[identity.provider];
  const title = text('disconnect', { provider });
  return (
    <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline pb-3">
      <div className="min-w-0 grow">
        <p className="font-medium">{provider}</p>
        <p className="text-muted break-all">
          {identity.email} · {text('since', { day: formatDay(locale, identity.createdAt) })}
        </p>
      </div>
      <StepUpButton title={title} perform={() => disconnect(identity.id).then(onEnd)} onEnd={onEnd} />
    </div>
  );
}

function Connect({ provider, onEnd }: { provider: IdentityProvider; onEnd: () => void }) {
  const text = useTranslations('settings.identities');
  const locale = useSiteLocale();
  const perform = async () => window.location.assign(await beginConnecting(provider, locale));
  return <StepUpButton title={text('connect', { provider: names[provider] })} perform={perform} onEnd={onEnd} />;
}

interface StepUpButtonProps {
  title: string;
  perform: () => Promise<void>;
  onEnd: () => void;
}

/** A button for what needs a recent proof; it asks for one first when the sign-in is not recent. */
function StepUpButton({ title, perform, onEnd }: StepUpButtonProps) {
  const problemText = useProblemText();
  const { method, error, busy, act } = useStepUp(perform);
  return (
    <>
      <Button size="small" busy={busy} onClick={() => void act()}>
        {title}
      </Button>
      {Boolean(error) && <Notice tone="bad">{problemText(error)}</Notice>}
      <Suspense>
        {method && <ConfirmDialog title={title} method={method} onConfirmed={() => void act()} onClose={onEnd} />}
      </Suspense>
    </>
  );
}

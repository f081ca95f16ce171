'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { switchTenant } from '@/signed-in/device/switch-tenant';
import { LoadFailure } from '@/signed-in/load-failure';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { showToast } from '@/ui/overlay/toast-store';
import { Skeleton } from '@/ui/skeleton';
import { Status } from '@/ui/status';
import { type Organisation, useOrganisations } from './list-tenants';

/** The organisations of this person, and the way to act for another. */
export function Organisations() {
  const organisations = useOrganisations();
  if (organisations.isPending) return <Skeleton className="h-12" />;
  if (!organisations.data)
    return <LoadFailure error={organisations.error} onRetry={() => void organisations.refetch()} />;
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {organisations.data.map((one) => (
        <Line key={one.id} organisation={one} />
      ))}
    </ul>
  );
}

function Line({ organisation: { id, name, current } }: { organisation: Organisation }) {
  const text = useTranslations('settings.organisations');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: () => switchTenant(id),
    onSuccess: () => {
      client.clear();
      window.location.assign(localePath(locale, '/profiles/'));
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm">
      <p className="min-w-0 grow font-medium break-words">{name}</p>
      {current ? (
        <Status tone="good">{text('current')}</Status>
      ) : (
        <Button
          size="small"
          aria-label={text('switchTo', { name })}
          busy={change.isPending}
          onClick={() => change.mutate()}
        >
          {text('switch')}
        </Button>
      )}
    </li>
  );
}

'use client';

import { useMessages, useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Messages } from '@/i18n/catalogue';
import { formatMoment } from '@/lib/format';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';
import { type AuditEntry, useAudit } from './api/list-audit';
import { useDeviceText } from './device-text';

/** What happened to the account: sign-ins, failures, changes; the newest first. */
export function AccountActivity() {
  const common = useTranslations('common');
  const audit = useAudit();
  if (audit.isPending) return <Skeleton className="h-24" />;
  if (!audit.data) return <LoadFailure error={audit.error} onRetry={() => void audit.refetch()} />;
  return (
    <div className="flex flex-col items-start gap-5">
      <ul className="w-full divide-y divide-hairline border-y border-hairline">
        {audit.data.pages.flatMap(({ entries }) => entries.map((entry) => <Line key={entry.id} entry={entry} />))}
      </ul>
      {audit.hasNextPage && (
        <Button size="small" busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </div>
  );
}

function Line({ entry }: { entry: AuditEntry }) {
  const { settings } = useMessages() as Messages;
  const locale = useSiteLocale();
  const device = useDeviceText()(entry);
  const details = [detailOf(entry, settings.activity), entry.browser && device].filter(Boolean);
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3 text-sm">
      <div className="min-w-0 grow">
        <p className="font-medium">{settings.activity.acts[keyOf(entry.act)]}</p>
        {details.length > 0 && <p className="text-muted">{details.join(' · ')}</p>}
      </div>
      <time className="figures text-muted" dateTime={entry.at}>
        {formatMoment(locale, entry.at)}
      </time>
    </li>
  );
}

type ActKey = keyof Messages['settings']['activity']['acts'];

/** The key of an act's words; its name has dots and dashes, which keys may not. */
function keyOf(act: AuditEntry['act']): ActKey {
  return act.replace(/[.-]/g, '_') as ActKey;
}

function detailOf({ method, reason }: AuditEntry, text: Messages['settings']['activity']): string | undefined {
  const words: Partial<Record<string, string>> = { ...text.methods, ...text.reasons };
  return words[(method ?? reason ?? '').replace(/-/g, '_')];
}

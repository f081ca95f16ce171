'use client';

import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { TrashedProfile } from '@/lib/api/types';
import { formatDay } from '@/lib/format';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlay/dialog';
import { SkeletonLines } from '@/ui/skeleton';
import { useTrash } from './api/list-trash';
import { useRestoreAndReport } from './use-restore-and-report';

/** Deleted profiles, each with the day on which it is gone for good, and the way back. */
export function TrashDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('profiles.trash');
  const common = useTranslations('common');
  const list = useTrash();
  const profiles = list.data?.pages.flatMap((page) => page.profiles) ?? [];
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={text('title')} description={text('body')}>
      {list.isPending && <SkeletonLines lines={3} label={common('loading')} />}
      {list.error && <LoadFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && profiles.length === 0 && <p className="text-muted">{text('empty')}</p>}
      <ul className="max-h-[60dvh] divide-y divide-hairline overflow-y-auto">
        {profiles.map((profile) => (
          <Trashed key={profile.id} profile={profile} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-4" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </Dialog>
  );
}

function Trashed({ profile }: { profile: TrashedProfile }) {
  const text = useTranslations('profiles.trash');
  const locale = useSiteLocale();
  const restore = useRestoreAndReport();
  const { title, purgedAt } = profile;
  return (
    <li className="flex items-center gap-3 py-2.5">
      <div className="min-w-0 grow">
        <p className="truncate font-medium">{title}</p>
        <p className="text-sm text-muted">{text('until', { date: formatDay(locale, purgedAt) })}</p>
      </div>
      <Button
        size="small"
        busy={restore.busy}
        aria-label={text('restoreOf', { title })}
        onClick={() => restore.run(profile)}
      >
        {text('restore')}
      </Button>
    </li>
  );
}

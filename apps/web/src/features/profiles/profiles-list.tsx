'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/features/session/load-failure';
import { fetchProfiles } from '@/lib/api/profiles';
import { queryKeys } from '@/lib/query-keys';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/page-title';
import { Skeleton } from '@/ui/skeleton';
import { ProfileCard } from './profile-card';

const TrashDialog = lazy(() => import('./trash-dialog').then((module) => ({ default: module.TrashDialog })));
const CreateProfile = lazy(() => import('./create-profile').then((module) => ({ default: module.CreateProfile })));

/** All profiles as cards, and a new one. */
export function ProfilesList() {
  const text = useTranslations('profiles');
  const common = useTranslations('common');
  const [creating, setCreating] = useState(false);
  const [trash, setTrash] = useState(false);
  const list = useInfiniteQuery({
    queryKey: queryKeys.profiles,
    queryFn: ({ pageParam }) => fetchProfiles(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const profiles = list.data?.pages.flatMap((page) => page.profiles) ?? [];
  const create = (
    <Button look="main" onClick={() => setCreating(true)}>
      {text('create')}
    </Button>
  );
  return (
    <>
      <PageTitle title={text('title')}>
        <div className="flex flex-wrap gap-2">
          <Button look="bare" onClick={() => setTrash(true)}>
            <Trash2 aria-hidden size={16} strokeWidth={1.5} />
            {text('trash.open')}
          </Button>
          {profiles.length > 0 && create}
        </div>
      </PageTitle>
      {list.isPending && <CardSkeletons label={common('loading')} />}
      {list.error && <LoadFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && profiles.length === 0 && (
        <EmptyState title={text('empty.title')} action={create}>
          {text('empty.body')}
        </EmptyState>
      )}
      <ul className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {profiles.map((profile) => (
          <ProfileCard key={profile.id} profile={profile} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-8" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
      <Suspense>
        {creating && <CreateProfile open onOpenChange={setCreating} />}
        {trash && <TrashDialog open onClose={() => setTrash(false)} />}
      </Suspense>
    </>
  );
}

function CardSkeletons({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
      {[1, 2, 3].map((card) => (
        <Skeleton key={card} className="h-80" />
      ))}
    </div>
  );
}

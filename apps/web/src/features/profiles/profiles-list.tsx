'use client';

import { Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import type { Profile } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/page-title';
import { Skeleton } from '@/ui/skeleton';
import { useProfiles } from './api/list-profiles';
import { ProfileCard } from './profile-card';

const TrashDialog = lazy(() => import('./trash-dialog').then((module) => ({ default: module.TrashDialog })));
const CreateProfile = lazy(() => import('./create-profile').then((module) => ({ default: module.CreateProfile })));

/** All profiles as cards, and a new one. */
export function ProfilesList() {
  const text = useTranslations('profiles');
  const common = useTranslations('common');
  const [dialog, setDialog] = useState<'create' | 'trash' | null>(null);
  const list = useProfiles();
  const profiles = list.data?.pages.flatMap((page) => page.profiles) ?? [];
  const create = (
    <Button look="main" onClick={() => setDialog('create')}>
      {text('create')}
    </Button>
  );
  return (
    <>
      <PageTitle title={text('title')}>
        <div className="flex flex-wrap gap-2">
          <TrashButton onOpen={() => setDialog('trash')} />
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
      <Cards profiles={profiles} />
      {list.hasNextPage && (
        <Button className="mt-8" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
      <Suspense>
        {dialog === 'create' && <CreateProfile open onOpenChange={() => setDialog(null)} />}
        {dialog === 'trash' && <TrashDialog open onClose={() => setDialog(null)} />}
      </Suspense>
    </>
  );
}

function TrashButton({ onOpen }: { onOpen: () => void }) {
  const text = useTranslations('profiles.trash');
  return (
    <Button look="bare" onClick={onOpen}>
      <Trash2 aria-hidden size={16} strokeWidth={1.5} />
      {text('open')}
    </Button>
  );
}

function Cards({ profiles }: { profiles: readonly Profile[] }) {
  return (
    <ul className="grid grid-cols-1 gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      {profiles.map((profile) => (
        <ProfileCard key={profile.id} profile={profile} />
      ))}
    </ul>
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

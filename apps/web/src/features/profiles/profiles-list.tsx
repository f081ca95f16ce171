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
import { isNarrowed, useProfiles } from './api/list-profiles';
import { useTags } from './api/list-tags';
import { ListControls } from './list-controls';
import { ProfileCard } from './profile-card';
import { useWanted } from './use-wanted';

const TrashDialog = lazy(() => import('./trash-dialog').then((module) => ({ default: module.TrashDialog })));
const CreateProfile = lazy(() => import('./create-profile').then((module) => ({ default: module.CreateProfile })));

/** From how many profiles on they can be searched. */
const many = 4;

/** The profiles as cards, ways to find one, and a new one. */
export function ProfilesList() {
  const text = useTranslations('profiles');
  const [dialog, setDialog] = useState<'create' | 'trash' | null>(null);
  const { wanted, typed, onType, onChange, showAll } = useWanted();
  const list = useProfiles(wanted);
  const tagged = (useTags().data ?? []).length > 0;
  const profiles = list.data?.pages.flatMap((page) => page.profiles) ?? [];
  const narrowed = isNarrowed(wanted) || typed !== '';
  const create = () => setDialog('create');
  return (
    <>
      <PageTitle title={text('title')}>
        <div className="flex flex-wrap gap-2">
          <TrashButton onOpen={() => setDialog('trash')} />
          {(profiles.length > 0 || narrowed) && <CreateButton onCreate={create} />}
        </div>
      </PageTitle>
      {(narrowed || tagged || profiles.length >= many) && (
        <ListControls wanted={wanted} typed={typed} onType={onType} onChange={onChange} />
      )}
      {list.data && profiles.length === 0 && !narrowed && <NoProfiles onCreate={create} />}
      {narrowed && (
        <FoundNone none={list.isSuccess && !list.isPlaceholderData && profiles.length === 0} onShowAll={showAll} />
      )}
      <ListPages list={list} profiles={profiles} />
      <Suspense>
        {dialog === 'create' && <CreateProfile open onOpenChange={() => setDialog(null)} />}
        {dialog === 'trash' && <TrashDialog open onClose={() => setDialog(null)} />}
      </Suspense>
    </>
  );
}

function CreateButton({ onCreate }: { onCreate: () => void }) {
  const text = useTranslations('profiles');
  return (
    <Button look="main" onClick={onCreate}>
      {text('create')}
    </Button>
  );
}

function NoProfiles({ onCreate }: { onCreate: () => void }) {
  const text = useTranslations('profiles.empty');
  return (
    <EmptyState title={text('title')} action={<CreateButton onCreate={onCreate} />}>
      {text('body')}
    </EmptyState>
  );
}

interface ListPagesProps {
  list: ReturnType<typeof useProfiles>;
  profiles: readonly Profile[];
}

/** The cards that are loaded, and the way to more; before them that they are loading, or why they are not there. */
function ListPages({ list, profiles }: ListPagesProps) {
  const common = useTranslations('common');
  return (
    <>
      {list.isPending && <CardSkeletons label={common('loading')} />}
      {list.error && <LoadFailure error={list.error} onRetry={() => void list.refetch()} />}
      <Cards profiles={profiles} />
      {list.hasNextPage && (
        <Button className="mt-8" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </>
  );
}

interface FoundNoneProps {
  none: boolean;
  onShowAll: () => void;
}

/** Says that a search has found nothing, and leads back; always there, so that it is heard. */
function FoundNone({ none, onShowAll }: FoundNoneProps) {
  const text = useTranslations('profiles.find');
  return (
    <div role="status">
      {none && (
        <p className="flex flex-wrap items-center gap-3">
          {text('none')}
          <Button size="small" onClick={onShowAll}>
            {text('all')}
          </Button>
        </p>
      )}
    </div>
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

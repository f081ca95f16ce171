'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProfile } from '@/signed-in/api/get-profile';
import { useStatistics } from '@/signed-in/api/get-statistics';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import type { Profile } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/page-title';
import { SkeletonLines } from '@/ui/skeleton';
import { Status } from '@/ui/status';
import { Figures } from './figures';
import { type Period, PeriodChoice } from './period-choice';

/** How the page of the profile does that the address names. */
export function StatisticsView() {
  const profileId = useSearchParams().get('profile') ?? '';
  return profileId === '' ? <NoProfile /> : <ProfileStatistics profileId={profileId} />;
}

function NoProfile() {
  const text = useTranslations('statistics');
  const locale = useSiteLocale();
  const action = (
    <Button asChild>
      <Link href={localePath(locale, '/profiles/')}>{text('profiles')}</Link>
    </Button>
  );
  return (
    <>
      <PageTitle title={text('title')} />
      <EmptyState title={text('unnamed')} action={action}>
        {null}
      </EmptyState>
    </>
  );
}

function ProfileStatistics({ profileId }: { profileId: string }) {
  const text = useTranslations('statistics');
  const common = useTranslations('common');
  const [period, setPeriod] = useState<Period>(30);
  const profile = useProfile(profileId);
  const { data, error, isPending, isPlaceholderData, refetch } = useStatistics(profileId, period);
  return (
    <>
      <PageTitle title={text('title')}>
        <PeriodChoice value={period} onChange={setPeriod} />
      </PageTitle>
      {profile.data && <WhichProfile profile={profile.data} />}
      {isPending && <SkeletonLines lines={6} label={common('loading')} />}
      {error && <LoadFailure error={error} onRetry={() => void refetch()} />}
      {data && !error && (
        <div aria-busy={isPlaceholderData}>
          <Figures statistics={data} />
        </div>
      )}
      <p className="mt-12 max-w-prose text-sm text-muted">{text('counted')}</p>
    </>
  );
}

function WhichProfile({ profile: { id, title, publication } }: { profile: Profile }) {
  const text = useTranslations('statistics');
  const locale = useSiteLocale();
  return (
    <div className="-mt-4 mb-8 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="min-w-0 text-lg break-words">{title}</p>
      {!publication && <Status>{text('unpublished')}</Status>}
      {publication && (
        <a className="link text-sm" href={publication.url} target="_blank" rel="noreferrer">
          {text('visit')}
        </a>
      )}
      <Link className="link text-sm" href={localePath(locale, `/edit/?profile=${id}`)}>
        {text('edit')}
      </Link>
    </div>
  );
}

'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { Opening } from '@/signed-in/opening';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import { ApiProblem, networkProblem } from '@/lib/api/problem';
import { useProfile } from '@/signed-in/api/get-profile';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { showToast } from '@/ui/overlay/toast-store';
import { EditorContext } from './store/editor-context';
import { EditorLayout } from './layout/editor-layout';
import { FormPlaces } from './places/form-places';
import { useOpenEditor } from './store/use-open-editor';

/** The editor of the profile that the address names. */
export function EditorView() {
  const profileId = useSearchParams().get('profile') ?? '';
  return <OpenEditor key={profileId} profileId={profileId} />;
}

function OpenEditor({ profileId }: { profileId: string }) {
  const text = useTranslations('editor');
  const profile = useProfile(profileId);
  const { store, restored, error, retry } = useOpenEditor(profileId);
  const [places] = useState(() => new FormPlaces());
  useEffect(() => {
    if (store && restored) showToast({ tone: 'good', message: text('restored') });
  }, [store, restored, text]);
  const unreachable = profile.isPaused && !profile.data ? networkProblem() : null;
  const failure = error ?? profile.error ?? unreachable;
  if (failure) {
    const again = () => {
      retry();
      void profile.refetch();
    };
    return <NotOpened error={failure} onRetry={again} />;
  }
  if (!store || !profile.data) return <Opening />;
  return (
    <EditorContext value={{ store, profileId, places }}>
      <EditorLayout profile={profile.data} />
    </EditorContext>
  );
}

/** There is no such profile, which another try does not change; or it could not be had just now. Always with a way back. */
function NotOpened({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const text = useTranslations('editor');
  const locale = useSiteLocale();
  const missing = error instanceof ApiProblem && (error.status === 404 || error.status === 400);
  const back = (
    <Button asChild>
      <Link href={localePath(locale, '/profiles/')}>{text('back')}</Link>
    </Button>
  );
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 p-4">
      <h1 className="sr-only">{text('title')}</h1>
      {missing ? (
        <EmptyState title={text('missing')} action={back}>
          {text('missingBody')}
        </EmptyState>
      ) : (
        <>
          <LoadFailure error={error} onRetry={onRetry} />
          <div>{back}</div>
        </>
      )}
    </main>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/features/session/load-failure';
import { Opening } from '@/features/session/opening';
import { fetchProfile } from '@/lib/api/profiles';
import { queryKeys } from '@/lib/query-keys';
import { showToast } from '@/ui/toast-store';
import { EditorContext } from './store/editor-context';
import { Workbench } from './workbench';
import { useOpenEditor } from './use-open-editor';

/** The editor of the profile that the address names. */
export function EditorView() {
  const profileId = useSearchParams().get('profile') ?? '';
  return <OpenEditor key={profileId} profileId={profileId} />;
}

function OpenEditor({ profileId }: { profileId: string }) {
  const text = useTranslations('editor');
  const profile = useQuery({ queryKey: queryKeys.profile(profileId), queryFn: () => fetchProfile(profileId) });
  const { store, restored, error, retry } = useOpenEditor(profileId);
  useEffect(() => {
    if (store && restored) showToast({ tone: 'good', message: text('restored') });
  }, [store, restored, text]);
  const failure = error ?? profile.error;
  if (failure) {
    const again = () => {
      retry();
      void profile.refetch();
    };
    return (
      <main className="mx-auto max-w-xl p-8">
        <LoadFailure error={failure} onRetry={again} />
      </main>
    );
  }
  if (!store || !profile.data) return <Opening />;
  return (
    <EditorContext value={{ store, profileId }}>
      <Workbench profile={profile.data} />
    </EditorContext>
  );
}

'use client';

import { type ProfileDocument, withItemIds } from '@canar/profile-document';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { localePath } from '@/i18n/locales';
import { newItemId } from '@/lib/item-id';
import { keepImport } from '@/lib/pending-import';
import { useUser } from '@/signed-in/api/get-user';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { createProfile, storeDraft } from './api/create-draft';
import { importAnonymously } from './api/import-anonymously';
import { placePendingImport } from './place-import';

/** A file to import, or one of the ways without a file. */
export type Beginning = File | 'sample' | 'blank';

/** How a first profile begins: with the résumé that waits in this browser, or as its owner chooses. */
export function useBeginning() {
  const text = useTranslations('start');
  const router = useRouter();
  const locale = useSiteLocale();
  const user = useUser();
  const untitled = text('untitled');
  const placed = useQuery({
    queryKey: ['start', 'placed-import'],
    queryFn: () => placePendingImport(untitled),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  });
  const begin = useMutation({
    mutationFn: async (beginning: Beginning) => {
      if (beginning instanceof File) {
        await keepImport(await importAnonymously(beginning));
        return placePendingImport(untitled);
      }
      const name = user.data?.name ?? '';
      const profileId = await createProfile(name || untitled);
      if (beginning === 'sample') return storeDraft(profileId, await sampleFor(name));
      router.push(localePath(locale, `/edit/?profile=${profileId}`));
      return null;
    },
  });
  const sampleFor = async (name: string): Promise<ProfileDocument> => {
    const { sampleProfile } = await import('@/content/sample-profile');
    const sample = sampleProfile(locale);
    const { label, summary, location } = sample.basics ?? {};
    return withItemIds({ ...sample, basics: { name, label, summary, location } }, newItemId);
  };
  return {
    draft: begin.data ?? placed.data ?? null,
    waiting: placed.isPending || begin.isPending || (begin.isSuccess && begin.data === null),
    begin,
    error: begin.error ?? placed.error,
    retry: placed.error ? () => void placed.refetch() : null,
  };
}

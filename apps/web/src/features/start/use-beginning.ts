'use client';

import { type ProfileDocument, withItemIds } from '@canar/profile-document';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { localePath } from '@/i18n/locales';
import { newItemId } from '@/lib/item-id';
import type { Imported } from '@/lib/api/types';
import { deletePendingImport, keepImport, keepReviewed, readPendingImport } from '@/lib/pending-import';
import { useUser } from '@/signed-in/api/get-user';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { createProfile, type StoredDraft, storeDraft } from './api/create-draft';
import { importAnonymously } from './api/import-anonymously';
import { placePendingImport } from './place-import';

/** A file to import, or one of the ways without a file. */
export type Beginning = File | 'sample' | 'blank';

/** What is there at the beginning: a résumé to review, or a draft that is made. */
interface Waiting {
  toReview: Imported | null;
  draft: StoredDraft | null;
}

const pendingKey = ['start', 'pending-import'];

/** What waits in this browser from before the sign-up: to be reviewed, or reviewed and made a draft here. */
function usePending(untitled: string) {
  return useQuery({
    queryKey: pendingKey,
    queryFn: async (): Promise<Waiting> => {
      const pending = await readPendingImport(Date.now());
      if (!pending || pending.reviewed) return { toReview: null, draft: await placePendingImport(untitled) };
      return { toReview: pending.imported, draft: null };
    },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  });
}

/** Begins with a file, which is to be reviewed, with the sample, or without anything, which opens the editor. */
function useBegin(untitled: string) {
  const router = useRouter();
  const locale = useSiteLocale();
  const user = useUser();
  const sampleFor = async (name: string): Promise<ProfileDocument> => {
    const { sampleProfile } = await import('@/content/sample-profile');
    const sample = sampleProfile(locale);
    const { label, summary, location } = sample.basics ?? {};
    return withItemIds({ ...sample, basics: { name, label, summary, location } }, newItemId);
  };
  return useMutation({
    mutationFn: async (beginning: Beginning): Promise<Waiting> => {
      if (beginning instanceof File) {
        const imported = await importAnonymously(beginning);
        await keepImport(imported);
        return { toReview: imported, draft: null };
      }
      const name = user.data?.name ?? '';
      const profileId = await createProfile(name || untitled);
      if (beginning === 'sample') return { toReview: null, draft: await storeDraft(profileId, await sampleFor(name)) };
      router.push(localePath(locale, `/edit/?profile=${profileId}`));
      return { toReview: null, draft: null };
    },
  });
}

/** How a first profile begins: with the résumé that waits in this browser, or as its owner chooses. */
export function useBeginning() {
  const untitled = useTranslations('start')('untitled');
  const client = useQueryClient();
  const pending = usePending(untitled);
  const begin = useBegin(untitled);
  const toReview = begin.data?.toReview ?? pending.data?.toReview ?? null;
  const use = useMutation({
    mutationFn: async (document: ProfileDocument) => {
      if (toReview) await keepReviewed({ ...toReview, document });
      return placePendingImport(untitled);
    },
  });
  const cancel = async () => {
    await deletePendingImport();
    begin.reset();
    client.setQueryData<Waiting>(pendingKey, { toReview: null, draft: null });
  };
  const opening = begin.isSuccess && !begin.data.toReview;
  return {
    draft: use.data ?? begin.data?.draft ?? pending.data?.draft ?? null,
    /** a résumé that was read and is to be reviewed */
    toReview: use.isIdle ? toReview : null,
    waiting: pending.isPending || begin.isPending || opening || use.isPending,
    begin,
    use,
    cancel,
    error: use.error ?? begin.error ?? pending.error,
    retry: use.error ? () => use.mutate(use.variables) : pending.error ? () => void pending.refetch() : null,
  };
}

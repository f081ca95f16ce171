'use client';

import { hiddenByDefault, type ProfileDocument } from '@canar/profile-document';
import { ProfilePage, profileCss, templateIdOf } from '@canar/profile-templates';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { fetchDraft } from '@/signed-in/api/get-draft';
import type { Profile } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';
import { Skeleton } from '@/ui/skeleton';

/** The draft of a profile, drawn by its template, small. */
export function Thumbnail({ profile }: { profile: Profile }) {
  const text = useTranslations('profiles');
  const draft = useQuery({
    queryKey: [...queryKeys.draft(profile.id), profile.updatedAt],
    queryFn: () => fetchDraft(profile.id),
  });
  if (!draft.data) return draft.isPending ? <Skeleton className="h-full" /> : null;
  const document = draft.data.data.document as ProfileDocument;
  if (Object.keys(document).length === 0) return <p className="p-6 text-sm text-[#5c5f68]">{text('blank')}</p>;
  const design = document.meta?.canar?.design;
  const template = templateIdOf(document);
  return (
    <div inert className="w-[calc(100%/0.45)] origin-top-left scale-[0.45] [&>.cv]:min-h-[calc(16rem/0.45)]">
      <style>{profileCss(template, design)}</style>
      <ProfilePage
        document={document}
        templateId={template}
        photo={profile.photo ?? undefined}
        hiddenFields={profile.publication?.hiddenFields ?? hiddenByDefault}
        theme="light"
      />
    </div>
  );
}

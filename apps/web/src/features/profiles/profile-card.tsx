'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import type { Profile, Publication } from '@/lib/api/types';
import { formatDay } from '@/lib/format';
import { isPast } from '@/lib/local-moment';
import { useNow } from '@/lib/use-now';
import { IconButton } from '@/ui/button';
import { Menu, MenuItem, MenuLine } from '@/ui/overlay/menu';
import { showToast } from '@/ui/overlay/toast-store';
import { Status } from '@/ui/status';
import { useDownloadPdf } from './api/download-pdf';
import { CardViews } from './card-views';
import { DeleteProfile } from './delete-profile';

const RenameProfile = lazy(() => import('./rename-profile').then((module) => ({ default: module.RenameProfile })));
const DuplicateProfile = lazy(() =>
  import('./duplicate-profile').then((module) => ({ default: module.DuplicateProfile })),
);
const TagsDialog = lazy(() => import('./tags-dialog').then((module) => ({ default: module.TagsDialog })));
const Thumbnail = lazy(() => import('./thumbnail').then((module) => ({ default: module.Thumbnail })));

/** A profile as a card: what it looks like, its title, its state, and what can be done with it. */
export function ProfileCard({ profile }: { profile: Profile }) {
  const text = useTranslations('profiles');
  const locale = useSiteLocale();
  const href = localePath(locale, `/edit/?profile=${profile.id}`);
  return (
    <li className="group relative flex flex-col">
      <div
        aria-hidden
        className="relative h-64 overflow-hidden rounded-surface border border-hairline bg-[#fffefb] transition-[border-color,translate] duration-200 ease-out group-hover:-translate-y-0.5 group-hover:border-edge"
      >
        <Suspense>
          <Thumbnail profile={profile} />
        </Suspense>
      </div>
      <div className="mt-2 flex items-start gap-2">
        <div className="min-w-0 grow pt-1">
          <h2 className="truncate text-lg">
            <Link
              href={href}
              aria-label={text('open', { title: profile.title })}
              className="after:absolute after:inset-x-0 after:top-0 after:h-64 after:rounded-surface"
            >
              {profile.title}
            </Link>
          </h2>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
            <ProfileState profile={profile} />
            <span>{text('changed', { date: formatDay(locale, profile.updatedAt) })}</span>
            {profile.publication && <CardViews profileId={profile.id} />}
          </p>
          <CardTags tags={profile.tags} />
        </div>
        <CardMenu profile={profile} href={href} />
      </div>
    </li>
  );
}

function CardTags({ tags }: { tags: readonly string[] }) {
  const text = useTranslations('profiles.tags');
  if (tags.length === 0) return null;
  return (
    <ul aria-label={text('label')} className="mt-1.5 flex flex-wrap gap-1.5 text-xs text-muted">
      {tags.map((tag) => (
        <li key={tag} className="max-w-full truncate rounded-full border border-hairline px-2 py-0.5">
          {tag}
        </li>
      ))}
    </ul>
  );
}

function ProfileState({ profile }: { profile: Profile }) {
  const text = useTranslations('profiles.state');
  const { publication, latestRevision, hasUnsavedChanges } = profile;
  return (
    <>
      {publication && <PublicationState publication={publication} />}
      {!publication && <Status>{text(latestRevision === null ? 'draft' : 'saved')}</Status>}
      {latestRevision !== null && hasUnsavedChanges && <Status tone="bright">{text('unsaved')}</Status>}
    </>
  );
}

function PublicationState({ publication }: { publication: Publication }) {
  const text = useTranslations('profiles.state');
  const { visibility, expiresAt } = publication;
  if (isPast(expiresAt, useNow())) return <Status tone="bad">{text('over')}</Status>;
  return <Status tone="good">{text(visibility === 'public' ? 'published' : visibility)}</Status>;
}

function CardMenu({ profile, href }: { profile: Profile; href: string }) {
  const text = useTranslations('profiles');
  const [dialog, setDialog] = useState<'rename' | 'tags' | 'duplicate' | 'delete' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={text('actions', { title: profile.title })} className="-mr-1">
            <Ellipsis aria-hidden size={18} strokeWidth={1.5} />
          </IconButton>
        }
      >
        <CardLinks profile={profile} href={href} />
        <MenuItem onSelect={() => setDialog('rename')}>{text('rename')}</MenuItem>
        <MenuItem onSelect={() => setDialog('tags')}>{text('tags.open')}</MenuItem>
        <MenuItem onSelect={() => setDialog('duplicate')}>{text('duplicate')}</MenuItem>
        <MenuLine />
        <MenuItem danger onSelect={() => setDialog('delete')}>
          {text('delete')}
        </MenuItem>
      </Menu>
      <Suspense>
        {dialog === 'rename' && <RenameProfile profile={profile} open onClose={close} />}
        {dialog === 'tags' && <TagsDialog profile={profile} onClose={close} />}
        {dialog === 'duplicate' && <DuplicateProfile profile={profile} open onClose={close} />}
      </Suspense>
      <DeleteProfile profile={profile} open={dialog === 'delete'} onClose={close} />
    </>
  );
}

function CardLinks({ profile, href }: { profile: Profile; href: string }) {
  const text = useTranslations('profiles');
  const locale = useSiteLocale();
  const download = useDownloadPdf(profile);
  return (
    <>
      <MenuItem asChild>
        <Link href={href}>{text('edit')}</Link>
      </MenuItem>
      {profile.publication && <PageLinks url={profile.publication.url} />}
      <MenuItem onSelect={() => download.mutate()}>{text('pdf')}</MenuItem>
      {profile.latestRevision !== null && (
        <MenuItem asChild>
          <Link href={localePath(locale, `/statistics/?profile=${profile.id}`)}>{text('statistics')}</Link>
        </MenuItem>
      )}
    </>
  );
}

function PageLinks({ url }: { url: string }) {
  const text = useTranslations('profiles');
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    showToast({ tone: 'good', message: text('copied') });
  };
  return (
    <>
      <MenuItem asChild>
        <a href={url} target="_blank" rel="noreferrer">
          {text('visit')}
        </a>
      </MenuItem>
      <MenuItem onSelect={() => void copy()}>{text('copy')}</MenuItem>
    </>
  );
}

'use client';

import { clsx } from 'clsx';
import { Globe } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Profile, Publication } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlay/dialog';
import { Notice } from '@/ui/notice';
import { TabPanel, Tabs } from '@/ui/tabs';
import { PublicationLink } from './publication-link';

const PublishForm = lazy(() => import('./publish-form').then((module) => ({ default: module.PublishForm })));
const ShareLinks = lazy(() => import('./share-links').then((module) => ({ default: module.ShareLinks })));

interface PublishButtonProps {
  profile: Profile;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Opens the dialog in which a profile gets its address, and links for single recipients. */
export function PublishButton({ profile, open, onOpenChange }: PublishButtonProps) {
  const text = useTranslations('editor.publish');
  const { publication, latestRevision } = profile;
  return (
    <>
      <Button onClick={() => onOpenChange(true)} className="whitespace-nowrap max-sm:hidden">
        <Globe aria-hidden size={16} strokeWidth={1.5} className={clsx(publication && 'text-leaf')} />
        {text(publication ? 'titleLive' : 'open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={onOpenChange}
        title={text(publication ? 'titleLive' : 'title')}
        description={
          latestRevision === null ? undefined : `${text('latest', { number: latestRevision })} ${text('freeNote')}`
        }
      >
        {latestRevision === null && <Notice>{text('unsaved')}</Notice>}
        <Suspense>
          {latestRevision !== null && !publication && <PublishForm profile={profile} />}
          {latestRevision !== null && publication && <PublishedTabs profile={profile} publication={publication} />}
        </Suspense>
      </Dialog>
    </>
  );
}

function PublishedTabs({ profile, publication }: { profile: Profile; publication: Publication }) {
  const text = useTranslations('editor.publish');
  const [tab, setTab] = useState<'page' | 'links'>('page');
  const tabs = [
    { value: 'page', label: text('tabPage') },
    { value: 'links', label: text('tabLinks') },
  ] as const;
  return (
    <Tabs value={tab} onChange={setTab} tabs={tabs} label={text('tabs')}>
      <TabPanel value="page" className="pt-4">
        <PublicationLink profile={profile} publication={publication} />
        <Suspense>
          <PublishForm profile={profile} />
        </Suspense>
      </TabPanel>
      <TabPanel value="links" className="pt-4">
        <Suspense>
          <ShareLinks profile={profile} />
        </Suspense>
      </TabPanel>
    </Tabs>
  );
}

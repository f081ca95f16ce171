'use client';

import { Globe } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Profile } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { PublicationLink } from './publication-link';
import { PublishForm } from './publish-form';

/** Opens the dialog in which a profile gets its address. */
export function PublishButton({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.publish');
  const [open, setOpen] = useState(false);
  const { publication, latestRevision } = profile;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Globe aria-hidden size={16} strokeWidth={1.5} className={publication ? 'text-leaf' : undefined} />
        {text(publication ? 'titleLive' : 'open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={text(publication ? 'titleLive' : 'title')}
        description={
          latestRevision === null ? undefined : `${text('latest', { number: latestRevision })} ${text('freeNote')}`
        }
      >
        {latestRevision === null ? (
          <Notice>{text('unsaved')}</Notice>
        ) : (
          <>
            {publication && <PublicationLink profile={profile} publication={publication} />}
            <PublishForm profile={profile} />
          </>
        )}
      </Dialog>
    </>
  );
}

'use client';

import { Copy, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Profile, Publication } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { showToast } from '@/ui/toast-store';
import { usePublication } from '../use-publication';

/** The address of a published page: copy it, open it, take the page down. */
export function PublicationLink({ profile, publication }: { profile: Profile; publication: Publication }) {
  const text = useTranslations('editor.publish');
  const { unpublish } = usePublication(profile);
  const [asking, setAsking] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(publication.url);
    showToast({ tone: 'good', message: text('copied') });
  };
  return (
    <div className="mb-5 rounded-control bg-sunken p-3">
      <p className="text-sm font-medium break-all">{publication.url}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => void copy()}>
          <Copy aria-hidden size={14} strokeWidth={1.5} />
          {text('copy')}
        </Button>
        <Button asChild size="small">
          <a href={publication.url} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden size={14} strokeWidth={1.5} />
            {text('visit')}
          </a>
        </Button>
        <Button size="small" look="bare" onClick={() => setAsking(true)} className="text-brick">
          {text('unpublish')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={text('unpublishTitle')}
        body={text('unpublishBody')}
        confirm={text('unpublish')}
        danger
        busy={unpublish.isPending}
        onConfirm={() => unpublish.mutate(undefined, { onSuccess: () => setAsking(false) })}
      />
    </div>
  );
}

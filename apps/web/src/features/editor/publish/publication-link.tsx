'use client';

import { ChartColumn, Copy, Download, ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import type { Profile, Publication } from '@/lib/api/types';
import { formatMoment } from '@/lib/format';
import { isPast } from '@/lib/local-moment';
import { useNow } from '@/lib/use-now';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/overlay/confirm-dialog';
import { useDownloadQrCode } from '../api/download-qr-code';
import { useUnpublishProfile } from '../api/unpublish-profile';
import { useCopyLink } from './use-copy-link';

interface PublicationLinkProps {
  profile: Profile;
  publication: Publication;
}

/** The address of a published page: copy it, open it, take its QR code, take the page down. */
export function PublicationLink({ profile, publication }: PublicationLinkProps) {
  const text = useTranslations('editor.publish');
  const locale = useSiteLocale();
  const copy = useCopyLink();
  return (
    <div className="mb-5 rounded-control bg-sunken p-3">
      <p className="text-sm font-medium break-all">{publication.url}</p>
      <PageEnd publication={publication} />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => void copy(publication.url)}>
          <Copy aria-hidden size={14} strokeWidth={1.5} />
          {text('copy')}
        </Button>
        <Button asChild size="small">
          <a href={publication.url} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden size={14} strokeWidth={1.5} />
            {text('visit')}
          </a>
        </Button>
        <Button asChild size="small">
          <Link href={localePath(locale, `/statistics/?profile=${profile.id}`)}>
            <ChartColumn aria-hidden size={14} strokeWidth={1.5} />
            {text('statistics')}
          </Link>
        </Button>
        <QrCodes profile={profile} publication={publication} />
        <Unpublish profile={profile} />
      </div>
    </div>
  );
}

function PageEnd({ publication: { expiresAt } }: { publication: Publication }) {
  const text = useTranslations('editor.publish');
  const locale = useSiteLocale();
  const past = isPast(expiresAt, useNow());
  if (!expiresAt) return null;
  const moment = formatMoment(locale, expiresAt);
  return (
    <p className={past ? 'mt-1 text-sm text-brick' : 'mt-1 text-sm text-muted'}>
      {text(past ? 'over' : 'until', { moment })}
    </p>
  );
}

function QrCodes({ profile, publication }: PublicationLinkProps) {
  const text = useTranslations('editor.publish');
  const code = useDownloadQrCode(profile.id, publication.slug);
  return (
    <div role="group" aria-label={text('qr')} className="flex gap-2">
      {(['svg', 'png'] as const).map((form) => (
        <Button
          key={form}
          size="small"
          aria-label={text('qrFile', { form: form.toUpperCase() })}
          busy={code.isPending && code.variables === form}
          onClick={() => code.mutate(form)}
        >
          <Download aria-hidden size={14} strokeWidth={1.5} />
          QR · {form.toUpperCase()}
        </Button>
      ))}
    </div>
  );
}

function Unpublish({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.publish');
  const unpublish = useUnpublishProfile(profile.id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" look="danger" onClick={() => setAsking(true)}>
        {text('unpublish')}
      </Button>
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
    </>
  );
}

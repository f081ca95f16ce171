'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Profile, ShareLink } from '@/lib/api/types';
import { formatDay, formatMoment } from '@/lib/format';
import { isPast } from '@/lib/local-moment';
import { useNow } from '@/lib/use-now';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/overlay/confirm-dialog';
import { SkeletonLines } from '@/ui/skeleton';
import { Status } from '@/ui/status';
import { showToast } from '@/ui/overlay/toast-store';
import { useShareLinks } from '../api/list-share-links';
import { useRevokeShareLink } from '../api/revoke-share-link';
import { ShareLinkForm } from './share-link-form';

/** The named links of a profile: make one for each recipient, copy it, revoke it. */
export function ShareLinks({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.links');
  const common = useTranslations('common');
  const links = useShareLinks(profile.id);
  const revoke = useRevokeShareLink(profile.id);
  const [revoking, setRevoking] = useState<ShareLink | null>(null);
  return (
    <>
      <p className="text-sm text-muted">{text('intro')}</p>
      <ShareLinkForm profileId={profile.id} />
      {links.isPending && <SkeletonLines lines={2} label={common('loading')} />}
      {links.data?.length === 0 && <p className="text-sm text-muted">{text('empty')}</p>}
      <ul aria-label={text('list')} className="divide-y divide-hairline">
        {links.data?.map((link) => (
          <ShareLinkLine key={link.id} link={link} onRevoke={() => setRevoking(link)} />
        ))}
      </ul>
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(open) => !open && setRevoking(null)}
        title={text('revokeTitle')}
        body={text('revokeBody', { label: revoking?.label ?? '' })}
        confirm={text('revoke')}
        danger
        busy={revoke.isPending}
        onConfirm={() => revoking && revoke.mutate(revoking.id, { onSuccess: () => setRevoking(null) })}
      />
    </>
  );
}

function ShareLinkLine({ link, onRevoke }: { link: ShareLink; onRevoke: () => void }) {
  const text = useTranslations('editor.links');
  const publish = useTranslations('editor.publish');
  const { label, url } = link;
  const copy = async () => {
    await navigator.clipboard.writeText(url ?? '');
    showToast({ tone: 'good', message: publish('copied') });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="min-w-40 grow basis-40">
        <p className="text-sm font-medium break-words">{label}</p>
        <LinkFacts link={link} />
      </div>
      <div className="flex gap-2">
        <Button size="small" aria-label={text('copyOf', { label })} disabled={!url} onClick={() => void copy()}>
          <Copy aria-hidden size={14} strokeWidth={1.5} />
          {text('copy')}
        </Button>
        <Button
          size="small"
          look="bare"
          className="text-brick"
          aria-label={text('revokeOf', { label })}
          onClick={onRevoke}
        >
          {text('revoke')}
        </Button>
      </div>
    </li>
  );
}

function LinkFacts({ link: { createdAt, expiresAt, hasPassword } }: { link: ShareLink }) {
  const text = useTranslations('editor.links');
  const locale = useSiteLocale();
  const past = isPast(expiresAt, useNow());
  const moment = expiresAt ? formatMoment(locale, expiresAt) : '';
  return (
    <p className="figures flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
      {text('since', { date: formatDay(locale, createdAt) })}
      {expiresAt && !past && <span>{text('until', { moment })}</span>}
      {past && <Status tone="bad">{text('ended', { moment })}</Status>}
      {hasPassword && <Status>{text('withPassword')}</Status>}
    </p>
  );
}

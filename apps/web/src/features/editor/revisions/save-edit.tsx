'use client';

import { changedSections } from '@canar/profile-document';
import { clsx } from 'clsx';
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCredits, useSubscription } from '@/signed-in/use-account';
import type { Profile } from '@/lib/api/types';
import { priceList } from '@/lib/price-list';
import { BirdMark } from '@/ui/bird-mark';
import { Button } from '@/ui/button';
import { Tooltip } from '@/ui/tooltip';
import { SaveBlockedDialog } from './save-blocked-dialog';
import { useDocument } from '../store/editor-context';
import { UndoEdit } from './undo-edit';
import { useSectionTitles } from '../sections/use-section-titles';
import { useLatestRevision, useSaveEdit } from './use-revisions';

/** The one paid act: its price on the button, the balance beside it, what has changed on hover. */
export function SaveEdit({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.save');
  const credits = useCredits().data;
  const subscription = useSubscription().data;
  const latest = useLatestRevision();
  const document = useDeferredValue(useDocument());
  const titles = useSectionTitles();
  const save = useSaveEdit(profile);
  const [refused, setRefused] = useState<'plan' | 'credits' | null>(null);
  const changed = latest.ready ? changedSections(latest.document ?? {}, document) : [];
  const unchanged = latest.ready && latest.document !== null && changed.length === 0;
  const cost = credits?.editCost ?? priceList.editCost;
  const onSave = () => {
    if (subscription && !subscription.canEdit) setRefused('plan');
    else if (credits && credits.balance < cost) setRefused('credits');
    else save.mutate();
  };
  return (
    <div className="flex items-center gap-3">
      <UndoEdit profile={profile} className="max-md:hidden" />
      <span className="figures text-right text-xs text-muted">
        {credits && text('balance', { balance: credits.balance })}
        <span className="hidden md:block">{text('free')}</span>
      </span>
      <Tooltip content={unchanged ? text('none') : text('changed', { sections: titles(changed) })}>
        <Button
          look="main"
          busy={save.isPending}
          aria-disabled={unchanged || undefined}
          onClick={unchanged ? undefined : onSave}
          className={clsx('whitespace-nowrap max-sm:px-3', unchanged && 'cursor-default opacity-60')}
        >
          <BirdMark size={18} blink={save.isSuccess} className="-ml-1 brightness-0 max-sm:hidden" />
          {unchanged ? text('none') : save.isPending ? text('busy') : text('act', { cost })}
        </Button>
      </Tooltip>
      <SaveBlockedDialog
        reason={refused}
        cost={cost}
        balance={credits?.balance ?? 0}
        onClose={() => setRefused(null)}
      />
    </div>
  );
}

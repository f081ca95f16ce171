'use client';

import { changedSections } from '@canar/profile-document';
import { clsx } from 'clsx';
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCredits } from '@/signed-in/api/get-credits';
import { useSubscription } from '@/signed-in/api/get-subscription';
import { priceList } from '@/lib/price-list';
import { BirdMark } from '@/ui/bird-mark';
import { Button } from '@/ui/button';
import { Tooltip } from '@/ui/overlay/tooltip';
import { SaveBlockedDialog } from './save-blocked-dialog';
import { useDocument } from '../store/editor-context';
import { UndoEdit } from './undo-edit';
import { useSectionTitles } from '../sections/use-section-titles';
import { useSaveRevision } from '../api/save-revision';
import { useLatestRevision } from './use-latest-revision';

/** The paid act: its price on the button, the balance beside it, what has changed on hover. */
export function SaveEdit() {
  const text = useTranslations('editor.save');
  const credits = useCredits().data;
  const subscription = useSubscription().data;
  const save = useSaveRevision();
  const [blocked, setBlocked] = useState<'plan' | 'credits' | null>(null);
  const cost = credits?.editCost ?? priceList.editCost;
  const onSave = () => {
    if (subscription && !subscription.canEdit) setBlocked('plan');
    else if (credits && credits.balance < cost) setBlocked('credits');
    else save.mutate();
  };
  return (
    <div className="flex items-center gap-3">
      <UndoEdit className="max-md:hidden" />
      <span className="figures text-right text-xs text-muted">
        {credits && text('balance', { balance: credits.balance })}
        <span className="hidden md:block">{text('free')}</span>
      </span>
      <SaveButton cost={cost} busy={save.isPending} saved={save.isSuccess} onSave={onSave} />
      <SaveBlockedDialog
        reason={blocked}
        cost={cost}
        balance={credits?.balance ?? 0}
        onClose={() => setBlocked(null)}
      />
    </div>
  );
}

interface SaveButtonProps {
  cost: number;
  busy: boolean;
  saved: boolean;
  onSave: () => void;
}

function SaveButton({ cost, busy, saved, onSave }: SaveButtonProps) {
  const text = useTranslations('editor.save');
  const titles = useSectionTitles();
  const { unchanged, sections } = useUnsavedSections();
  return (
    <Tooltip content={unchanged ? text('none') : text('changed', { sections: titles(sections) })}>
      <Button
        look="main"
        busy={busy}
        aria-disabled={unchanged || undefined}
        onClick={unchanged ? undefined : onSave}
        className={clsx('whitespace-nowrap max-sm:px-3', unchanged && 'cursor-default opacity-60')}
      >
        <BirdMark size={18} blink={saved} className="-ml-1 brightness-0 max-sm:hidden" />
        {unchanged ? text('none') : busy ? text('busy') : text('act', { cost })}
      </Button>
    </Tooltip>
  );
}

/** The sections in which the draft differs from the latest saved edit. */
function useUnsavedSections(): { unchanged: boolean; sections: readonly string[] } {
  const latest = useLatestRevision();
  const document = useDeferredValue(useDocument());
  const sections = latest.ready ? changedSections(latest.document ?? {}, document) : [];
  return { unchanged: latest.ready && latest.document !== null && sections.length === 0, sections };
}

'use client';

import { changedSections } from '@canar/profile-document';
import { clsx } from 'clsx';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCredits } from '@/signed-in/api/get-credits';
import { useSubscription } from '@/signed-in/api/get-subscription';
import { priceList } from '@/lib/price-list';
import { BirdMark } from '@/ui/bird-mark';
import { Button } from '@/ui/button';
import { Tooltip } from '@/ui/overlay/tooltip';
import { SaveBlockedDialog } from './save-blocked-dialog';
import { useQuietDocument } from '../store/use-quiet-document';
import { UndoEdit } from './undo-edit';
import { useSectionTitles } from '@/signed-in/document/use-section-titles';
import { useSaveRevision } from '../api/save-revision';
import { useLatestRevision } from './use-latest-revision';

const maxNamed = 4;

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
      <UndoEdit className="max-lg:hidden" />
      <span className="figures text-right text-xs whitespace-nowrap text-muted max-lg:hidden">
        {credits && text('balance', { balance: credits.balance })}
        <span className="block">{text('free')}</span>
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
  const changedText = useChangedText();
  const { unchanged, sections } = useUnsavedSections();
  return (
    <Tooltip content={unchanged ? text('none') : changedText(sections)}>
      <Button
        id="save-edit"
        look="main"
        busy={busy}
        aria-disabled={unchanged || undefined}
        onClick={unchanged ? undefined : onSave}
        className={clsx('whitespace-nowrap max-sm:px-3', unchanged && 'cursor-default opacity-60')}
      >
        <BirdMark size={18} blink={saved} className="-ml-1 brightness-0 max-sm:hidden" />
        <ActLabel unchanged={unchanged} busy={busy} cost={cost} />
      </Button>
    </Tooltip>
  );
}

/** The whole of it where there is room; a phone shows the price alone and says the rest to who hears the page. */
function ActLabel({ unchanged, busy, cost }: { unchanged: boolean; busy: boolean; cost: number }) {
  const text = useTranslations('editor.save');
  if (unchanged || busy) return text(unchanged ? 'none' : 'busy');
  return (
    <>
      <span className="max-sm:sr-only">{text('act', { cost })}</span>
      <span aria-hidden className="sm:hidden">
        {text('actShort', { cost })}
      </span>
    </>
  );
}

/** Names a few of the changed sections and counts the rest. */
function useChangedText(): (sections: readonly string[]) => string {
  const text = useTranslations('editor.save');
  const titles = useSectionTitles();
  return (sections) => {
    const named = sections.filter((key) => key !== 'other');
    if (named.length <= maxNamed) return text('changed', { sections: titles(named.length > 0 ? named : sections) });
    const shown = named.slice(0, maxNamed - 1);
    return text('changedMany', {
      sections: shown.map((key) => titles([key])).join(', '),
      count: named.length - shown.length,
    });
  };
}

/** What a profile without any words can differ in from nothing. */
const settings: ReadonlySet<string> = new Set(['layout', 'design', 'locale', 'other']);

/** The sections in which the draft differs from the latest saved edit; before the first, an empty profile differs in none. */
function useUnsavedSections(): { unchanged: boolean; sections: readonly string[] } {
  const latest = useLatestRevision();
  const document = useQuietDocument();
  const sections = useMemo(
    () => (latest.ready ? changedSections(latest.document ?? {}, document) : []),
    [latest.ready, latest.document, document],
  );
  const counted = latest.document ? sections : sections.filter((key) => !settings.has(key));
  return { unchanged: latest.ready && counted.length === 0, sections };
}

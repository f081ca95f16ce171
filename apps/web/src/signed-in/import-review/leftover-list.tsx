'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { focusNear } from './focus-near';
import { placeLeftover } from './moves';
import { discard, discardAll, type Leftover } from './review';
import { useReviewScreen } from './review-context';
import { TargetForm } from './target-form';
import { suggestedTarget } from './targets';

/** What of the file is in no field: to be placed or discarded, and what was discarded, to be put back. */
export function LeftoverList() {
  const text = useTranslations('editor.review');
  const { review, change } = useReviewScreen();
  const open = review.leftovers.filter(({ discarded }) => !discarded);
  return (
    <>
      <ul className="mt-2 divide-y divide-hairline border-y border-hairline">
        {review.leftovers.map((leftover) => (
          <LeftoverLine key={leftover.id} leftover={leftover} />
        ))}
      </ul>
      {open.length > 2 && (
        <Button look="bare" size="small" className="mt-2 -ml-3" onClick={() => change(discardAll)}>
          {text('discardAll')}
        </Button>
      )}
    </>
  );
}

function LeftoverLine({ leftover }: { leftover: Leftover }) {
  const { review, change } = useReviewScreen();
  const [placing, setPlacing] = useState(false);
  const { id, text: words, lines, discarded } = leftover;
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className={clsx('min-w-48 grow basis-0 wrap-anywhere', discarded && 'text-muted line-through')}>{words}</p>
        <LeftoverActions leftover={leftover} placing={placing} onPlace={() => setPlacing(!placing)} />
      </div>
      {placing && !discarded && (
        <TargetForm
          suggested={suggestedTarget(review, lines)}
          onTarget={(target) => change((now) => placeLeftover(now, id, target))}
          onCancel={() => setPlacing(false)}
        />
      )}
    </li>
  );
}

interface LeftoverActionsProps {
  leftover: Leftover;
  placing: boolean;
  onPlace: () => void;
}

function LeftoverActions({ leftover: { id, text: name, discarded }, placing, onPlace }: LeftoverActionsProps) {
  const text = useTranslations('editor.review');
  const { change } = useReviewScreen();
  const setDiscarded = (control: Element, next: boolean) => {
    focusNear(control);
    change((now) => discard(now, id, next));
  };
  return discarded ? (
    <Button
      key="back"
      look="bare"
      size="small"
      aria-label={text('putBackOf', { name })}
      onClick={(event) => setDiscarded(event.currentTarget, false)}
    >
      {text('putBack')}
    </Button>
  ) : (
    <div className="flex gap-1">
      <Button size="small" aria-expanded={placing} aria-label={text('moveOf', { name })} onClick={onPlace}>
        {text('moveTo')}
      </Button>
      <Button
        look="bare"
        size="small"
        aria-label={text('discardOf', { name })}
        onClick={(event) => setDiscarded(event.currentTarget, true)}
      >
        {text('discard')}
      </Button>
    </div>
  );
}

'use client';

import { clsx } from 'clsx';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { focusNear } from './focus-near';
import { moveLine } from './moves';
import { discard, linesAt, valuesByLine } from './review';
import { useReviewScreen } from './review-context';
import { TargetForm } from './target-form';
import { suggestedTarget } from './targets';
import { inOneLine, useValueNames } from './use-value-name';

/** The lines of the file, each with what became of it. */
export function SourceLines({ onEdit }: { onEdit: (pointer: string) => void }) {
  const text = useTranslations('editor.review');
  const { review, lines, selected } = useReviewScreen();
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const values = valuesByLine(review);
  const marked = new Set(selected === null ? [] : linesAt(review, selected));
  const paged = (lines.at(-1)?.page ?? 1) > 1;
  useInSight(list, Math.min(...marked));
  return (
    <ol ref={list}>
      {lines.map(({ pointer, page, text: words }, line) => (
        <li
          key={pointer}
          data-line={line}
          className="border-b border-hairline [contain-intrinsic-height:auto_46px] [content-visibility:auto]"
        >
          {paged && lines[line - 1]?.page !== page && (
            <p className="figures pt-3 pb-1 text-xs text-muted">{text('page', { number: page })}</p>
          )}
          <LineButton
            line={{ number: line, words, pointers: values.get(line) ?? [] }}
            marked={marked.has(line)}
            open={open === line}
            onOpen={() => setOpen(open === line ? null : line)}
          />
          {open === line && (
            <LineActions
              line={{ number: line, words, pointers: values.get(line) ?? [] }}
              onEdit={onEdit}
              onDone={() => setOpen(null)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

/** Scrolls the pane around a list so that one of its lines is in sight. */
function useInSight(list: React.RefObject<HTMLOListElement | null>, line: number): void {
  useEffect(() => {
    const pane = list.current?.parentElement;
    const row = list.current?.querySelector<HTMLElement>(`[data-line="${line}"]`);
    if (pane && row && pane.scrollHeight > pane.clientHeight) {
      pane.scrollTo({ top: row.offsetTop - pane.clientHeight / 3 });
    }
  }, [list, line]);
}

interface Line {
  number: number;
  words: string;
  /** the values that stand in it */
  pointers: readonly string[];
}

interface LineButtonProps {
  line: Line;
  marked: boolean;
  open: boolean;
  onOpen: () => void;
}

function LineButton({ line: { number, words, pointers }, marked, open, onOpen }: LineButtonProps) {
  const text = useTranslations('editor.review.marks');
  const { review } = useReviewScreen();
  const names = useValueNames(review.document);
  const left = review.leftovers.filter(({ lines }) => lines.includes(number));
  const waits = left.some(({ discarded }) => !discarded);
  const first = pointers[0] === undefined ? null : names.nameOf(pointers[0]);
  const fields = pointers.map((pointer) => names.nameOf(pointer).field);
  const placed = first && `${first.section} · ${[...new Set(fields)].join(', ')}`;
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onOpen}
      className={clsx(
        'block w-full rounded-control px-2 py-1.5 text-left hover:bg-sunken',
        marked && 'bg-canary-soft',
        waits && 'border-l-2 border-canary',
      )}
    >
      <span className={clsx('block wrap-anywhere', left.length > 0 && !waits && !placed && 'line-through')}>
        {words}
      </span>
      <span className={clsx('block text-xs wrap-anywhere', waits ? 'font-medium text-ink' : 'text-muted')}>
        {[placed, waits ? text('left') : left.length > 0 ? text('discarded') : ''].filter(Boolean).join(' · ') ||
          text('none')}
      </span>
    </button>
  );
}

interface LineActionsProps {
  line: Line;
  onEdit: (pointer: string) => void;
  onDone: () => void;
}

function LineActions({ line: { number, words, pointers }, onEdit, onDone }: LineActionsProps) {
  const text = useTranslations('editor.review');
  const { review, change } = useReviewScreen();
  const names = useValueNames(review.document);
  const left = review.leftovers.filter(({ lines, discarded }) => lines.includes(number) && !discarded);
  return (
    <div className="px-2 pb-3">
      <div className="flex flex-col items-start gap-1">
        {pointers.map((pointer) => (
          <button key={pointer} type="button" className="link text-left text-xs" onClick={() => onEdit(pointer)}>
            {text('correct', { name: inOneLine(names.nameOf(pointer)) })}
          </button>
        ))}
      </div>
      <TargetForm
        document={review.document}
        suggested={suggestedTarget(review, [number])}
        onTarget={(target) => {
          change((now) => moveLine(now, number, words, target));
          onDone();
        }}
        onCancel={onDone}
      />
      {left.length > 0 && (
        <Button
          look="bare"
          size="small"
          className="mt-1 -ml-3"
          onClick={(event) => {
            focusNear(event.currentTarget);
            change((now) => left.reduce((next, { id }) => discard(next, id, true), now));
            onDone();
          }}
        >
          {text('discard')}
        </Button>
      )}
    </div>
  );
}

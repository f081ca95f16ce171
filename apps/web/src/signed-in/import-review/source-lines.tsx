'use client';

import { clsx } from 'clsx';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { focusNear } from './focus-near';
import { moveLine } from './moves';
import { discard, linesAt, valuesByLine } from './review';
import { useReviewScreen } from './review-context';
import { TargetForm } from './target-form';
import { suggestedTarget } from './targets';
import { inOneLine } from './use-value-name';

const row = 'border-b border-hairline [contain-intrinsic-height:auto_36px] [content-visibility:auto] last:border-0';

/** The lines of the file, each with what became of it. */
export function SourceLines({ onEdit }: { onEdit: (pointer: string) => void }) {
  const text = useTranslations('editor.review');
  const { review, lines, selected } = useReviewScreen();
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const toggle = useCallback((line: number) => setOpen((now) => (now === line ? null : line)), []);
  const fateOf = useFates();
  const values = valuesByLine(review);
  const marked = new Set(selected === null ? [] : linesAt(review, selected));
  const paged = (lines.at(-1)?.page ?? 1) > 1;
  useInSight(list, Math.min(...marked));
  return (
    <ol ref={list}>
      {lines.map(({ pointer, page, text: words }, line) => (
        <li key={pointer} data-line={line} className={row}>
          {paged && lines[line - 1]?.page !== page && (
            <p className="figures px-2 pt-3 pb-1 text-xs font-medium text-muted">{text('page', { number: page })}</p>
          )}
          <LineButton
            line={line}
            words={words}
            {...fateOf(line, values.get(line) ?? [])}
            marked={marked.has(line)}
            open={open === line}
            onOpen={toggle}
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

/** What became of a line. */
interface Fate {
  /** the fields in which it stands, or that it stands in none */
  fate: string;
  /** its owner has something to decide about it */
  waits: boolean;
  gone: boolean;
}

/** Says of a line and the values in it what became of them. */
function useFates(): (line: number, pointers: readonly string[]) => Fate {
  const text = useTranslations('editor.review');
  const { review, names } = useReviewScreen();
  const doubts = new Map(
    review.doubts.filter(({ settled }) => !settled).map(({ pointer, reason }) => [pointer, reason]),
  );
  return (line, pointers) => {
    const left = review.leftovers.filter(({ lines }) => lines.includes(line));
    const unplaced = left.some(({ discarded }) => !discarded);
    const [first] = pointers;
    const reason = pointers.map((pointer) => doubts.get(pointer)).find(Boolean);
    const fields = pointers.map((pointer) => names.nameOf(pointer).field);
    const placed = first !== undefined && `${names.nameOf(first).section} · ${[...new Set(fields)].join(', ')}`;
    const rest = unplaced ? text('marks.left') : left.length > 0 && text('marks.discarded');
    return {
      fate: [placed, reason && text(`reasons.${reason}`), rest].filter(Boolean).join(' · ') || text('marks.none'),
      waits: unplaced || reason !== undefined,
      gone: !placed && !unplaced && left.length > 0,
    };
  };
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

interface LineButtonProps extends Fate {
  line: number;
  words: string;
  marked: boolean;
  open: boolean;
  onOpen: (line: number) => void;
}

const LineButton = memo(function LineButton({ line, words, fate, waits, gone, marked, open, onOpen }: LineButtonProps) {
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={() => onOpen(line)}
      className={clsx(
        'flex w-full flex-wrap items-baseline justify-between gap-x-4 px-2 py-1.5 text-left hover:bg-sunken',
        marked && 'bg-canary-soft',
        waits ? 'shadow-[inset_3px_0_0_var(--canary)]' : 'rounded-control',
      )}
    >
      <span className={clsx('wrap-anywhere', gone && 'text-muted line-through')}>{words}</span>{' '}
      <span className={clsx('ml-auto text-right text-xs wrap-anywhere', waits ? 'font-medium' : 'text-muted')}>
        {fate}
      </span>
    </button>
  );
});

interface Line {
  number: number;
  words: string;
  /** the values that stand in it */
  pointers: readonly string[];
}

interface LineActionsProps {
  line: Line;
  onEdit: (pointer: string) => void;
  onDone: () => void;
}

function LineActions({ line: { number, words, pointers }, onEdit, onDone }: LineActionsProps) {
  const text = useTranslations('editor.review');
  const { review, names, change } = useReviewScreen();
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

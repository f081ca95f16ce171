'use client';

import { CornerUpRight, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/ui/button';
import { Field, TextArea, TextInput } from '@/ui/form/field';
import { valueAt } from '../document/edits';
import { kindOf, sectionFields } from '../document/fields';
import { keywordsOf, tidyDate } from '../document/tidy';
import { pathOf, placeOf } from './pointers';
import { focusNear } from './focus-near';
import { moveValue } from './moves';
import { discardValue } from './removal';
import { write } from './review';
import { useReviewScreen } from './review-context';
import { TargetForm } from './target-form';
import { targetFields } from './targets';

/** How the value at a pointer is written. */
function useKind(pointer: string): string {
  const { section, field, entry } = placeOf(useReviewScreen().review.document, pointer);
  if (section === 'basics') return field === 'summary' ? 'text' : 'line';
  const kind = sectionFields[kindOf(section)].find(({ name }) => name === field)?.kind ?? 'line';
  return kind === 'keywords' && entry !== null ? 'line' : kind;
}

interface ValueFieldProps {
  pointer: string;
  /** its name where there are several of its kind */
  full?: string;
}

/** One value of the review under its name, to be corrected in place, moved to another field, or discarded. */
export function ValueField({ pointer, full }: ValueFieldProps) {
  const { review, names, change, select } = useReviewScreen();
  const [moving, setMoving] = useState(false);
  const value = valueAt(review.document, pathOf(pointer));
  const name = names.nameOf(pointer).field;
  const { section, item, field } = placeOf(review.document, pointer);
  const movable = value !== undefined && value !== '' && targetFields(section).includes(field);
  return (
    <div className="relative min-w-0" data-value onFocusCapture={() => select(pointer)}>
      <Field label={name}>
        <ValueInput pointer={pointer} value={value} />
      </Field>
      {movable && (
        <ValueActions pointer={pointer} name={full ?? name} moving={moving} onMove={() => setMoving(!moving)} />
      )}
      {moving && (
        <TargetForm
          suggested={{ section, item, field }}
          onTarget={(target) => {
            setMoving(false);
            change((now) => moveValue(now, pointer, target));
          }}
          onCancel={() => setMoving(false)}
        />
      )}
    </div>
  );
}

interface ValueActionsProps {
  pointer: string;
  name: string;
  moving: boolean;
  onMove: () => void;
}

function ValueActions({ pointer, name, moving, onMove }: ValueActionsProps) {
  const text = useTranslations('editor.review');
  const { change } = useReviewScreen();
  return (
    <div className="absolute -top-1.5 right-0 flex">
      <IconButton label={text('moveOf', { name })} className="size-7!" aria-expanded={moving} onClick={onMove}>
        <CornerUpRight aria-hidden size={14} strokeWidth={1.5} />
      </IconButton>
      <IconButton
        label={text('discardOf', { name })}
        className="size-7!"
        onClick={(event) => {
          focusNear(event.currentTarget);
          change((now) => discardValue(now, pointer));
        }}
      >
        <X aria-hidden size={14} strokeWidth={1.5} />
      </IconButton>
    </div>
  );
}

function ValueInput({ pointer, value }: { pointer: string; value: unknown }) {
  const { change } = useReviewScreen();
  const kind = useKind(pointer);
  const [typed, setTyped] = useState<string | null>(null);
  const words = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
  const set = (next: unknown) => change((now) => write(now, pointer, next), pointer);
  if (kind === 'text' || kind === 'bullets') {
    return <TextArea compact data-pointer={pointer} value={words} onChange={(event) => set(event.target.value)} />;
  }
  if (kind === 'keywords') {
    return (
      <TextInput
        compact
        data-pointer={pointer}
        value={typed ?? words}
        onChange={(event) => {
          setTyped(event.target.value);
          set(keywordsOf(event.target.value));
        }}
        onBlur={() => setTyped(null)}
      />
    );
  }
  const isDate = kind === 'date' || kind === 'end';
  return (
    <TextInput
      compact
      data-pointer={pointer}
      className={isDate ? 'figures' : undefined}
      value={words}
      onChange={(event) => set(event.target.value)}
      onBlur={() => isDate && tidyDate(words) !== words && set(tidyDate(words))}
    />
  );
}

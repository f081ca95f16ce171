'use client';

import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Field, TextInput } from '@/ui/form/field';
import { useSlugCheck } from '../api/check-slug';
import { isSlug } from './slug';

interface SlugFieldProps {
  slug: string;
  own: string | undefined;
  onChange: (slug: string) => void;
}

const PAUSE_MS = 350;

/** The page's address, checked while it is typed; a free one is offered when it is taken. */
export function SlugField({ slug, own, onChange }: SlugFieldProps) {
  const text = useTranslations('editor.publish');
  const settled = useSettled(useDeferredValue(slug));
  const asked = isSlug(settled) && settled !== own;
  const answer = useSlugCheck(settled, asked);
  const taken = asked && settled === slug && answer.data?.available === false;
  const suggestion = taken ? answer.data?.suggestion : null;
  const hint = () => {
    if (!isSlug(slug) || slug === own) return text('slugHint');
    if (settled !== slug || answer.isPending) return text('checking');
    return answer.data?.available ? text('free') : undefined;
  };
  const error = () => {
    if (slug.length > 2 && !isSlug(slug)) return text('bad');
    if (!taken) return undefined;
    return suggestion ? <Suggestion slug={suggestion} onTake={() => onChange(suggestion)} /> : text('taken');
  };
  return (
    <Field label={text('slug')} hint={taken ? undefined : hint()} error={error()}>
      <div className="flex items-center">
        <span className="figures pr-1 text-sm text-muted">/p/</span>
        <SlugInput slug={slug} onChange={onChange} />
      </div>
    </Field>
  );
}

function SlugInput({ slug, onChange }: Pick<SlugFieldProps, 'slug' | 'onChange'>) {
  return (
    <TextInput
      value={slug}
      maxLength={60}
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value.toLowerCase().replace(/[\s_]+/g, '-'))}
    />
  );
}

function Suggestion({ slug, onTake }: { slug: string; onTake: () => void }) {
  const text = useTranslations('editor.publish');
  return (
    <button type="button" className="text-left underline underline-offset-2" onClick={onTake}>
      {text('takenTry', { suggestion: slug })}
    </button>
  );
}

/** A value that has stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

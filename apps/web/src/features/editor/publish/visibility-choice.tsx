'use client';

import { useTranslations } from 'use-intl';
import type { Publication } from '@/lib/api/types';

const choices = ['public', 'unlisted', 'protected'] as const;

interface VisibilityChoiceProps {
  value: Publication['visibility'];
  onChange: (visibility: Publication['visibility']) => void;
}

/** Who can find the page. */
export function VisibilityChoice({ value, onChange }: VisibilityChoiceProps) {
  const text = useTranslations('editor.publish');
  return (
    <fieldset>
      <legend className="text-sm font-medium">{text('visibility')}</legend>
      {choices.map((choice) => (
        <label key={choice} className="mt-2 flex items-center gap-2 text-sm">
          <input
            type="radio"
            name="visibility"
            className="size-4 accent-leaf"
            checked={value === choice}
            onChange={() => onChange(choice)}
          />
          {text(choice)}
        </label>
      ))}
    </fieldset>
  );
}

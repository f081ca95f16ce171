'use client';

import { useTranslations } from 'use-intl';
import type { Publication } from '@/lib/api/types';
import { Choice } from '@/ui/form/choice';

const choices = ['public', 'unlisted', 'protected'] as const;

interface VisibilityChoiceProps {
  value: Publication['visibility'];
  onChange: (visibility: Publication['visibility']) => void;
}

/** Who can find the page. */
export function VisibilityChoice({ value, onChange }: VisibilityChoiceProps) {
  const text = useTranslations('editor.publish');
  return (
    <Choice label={text('visibility')} value={value} onChange={onChange}>
      {(radio) => (
        <div className="flex flex-col gap-2">
          {choices.map((choice) => (
            <label key={choice} className="flex items-center gap-2 text-sm">
              {radio(choice, { className: 'size-4 accent-leaf' })}
              {text(choice)}
            </label>
          ))}
        </div>
      )}
    </Choice>
  );
}

'use client';

import type { Place } from '@canar/profile-document';
import { useTranslations } from 'use-intl';
import { readable } from '@/signed-in/document/readable';

/** Renders a value of a place as a person reads it: a setting that is on or off by its word, everything else by its texts. */
export function useValueText(): (place: Place, value: unknown) => string {
  const text = useTranslations('editor.changes.values');
  return ({ field }, value) => {
    if (typeof value !== 'boolean') return readable(value);
    if (field?.split('.').at(-1) === 'hidden') return text(value ? 'hidden' : 'visible');
    return text(value ? 'yes' : 'no');
  };
}

'use client';

import type { Place } from '@canar/profile-document';
import { useMessages } from 'use-intl';
import type { Messages } from '@/i18n/catalogue';
import { useSectionTitles } from '@/signed-in/document/use-section-titles';

/** Names the place of a change: "Experience · Acme · Position". */
export function usePlaceText(): (place: Place) => string {
  const titles = useSectionTitles();
  const { editor } = useMessages() as Messages;
  const names: Partial<Record<string, string>> = { ...editor.basics, ...editor.fields, ...editor.changes.settings };
  const headers: Partial<Record<string, string>> = editor.basics;
  return ({ section, item, field }) => {
    const own = section === 'basics' ? headers : names;
    const last = field?.split('.').at(-1) ?? '';
    const name = field && (own[last] ?? names[last] ?? field);
    return [titles([section]), item && (item.title || editor.item.untitled), name].filter(Boolean).join(' · ');
  };
}

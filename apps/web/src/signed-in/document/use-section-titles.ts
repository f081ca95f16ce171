'use client';

import { defaultTitle } from '@canar/profile-document';
import { useMessages } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Messages } from '@/i18n/catalogue';
import { formatTags } from '@/i18n/locales';

/** Names the parts of a document for a sentence: "Experience, Skills and design". */
export function useSectionTitles(): (keys: readonly string[]) => string {
  const locale = useSiteLocale();
  const { editor } = useMessages() as Messages;
  const own: Partial<Record<string, string>> = editor.parts;
  const list = new Intl.ListFormat(formatTags[locale], { type: 'conjunction' });
  return (keys) => list.format(keys.map((key) => own[key] ?? (defaultTitle(key, locale) || key)));
}

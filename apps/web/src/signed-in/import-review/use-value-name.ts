'use client';

import { orderedSections, type ProfileDocument } from '@canar/profile-document';
import { useMessages, useTranslations } from 'use-intl';
import type { Messages } from '@/i18n/catalogue';
import { itemsOf } from '../document/edits';
import { itemTitle, kindOf, sectionFields } from '../document/fields';
import { useFieldLabel } from '../document/use-field-label';
import { useSectionTitles } from '../document/use-section-titles';
import { useSiteLocale } from '../use-site-locale';
import { placeOf } from './pointers';

/** The names of one value: of its section, its entry and its field. */
export interface ValueName {
  section: string;
  entry: string;
  field: string;
}

/** The names of a document's parts, in the words of the form. */
export interface ValueNames {
  sectionName: (section: string) => string;
  fieldName: (section: string, field: string) => string;
  entryName: (section: string, item: number) => string;
  nameOf: (pointer: string) => ValueName;
}

/** Names the parts of a document in the words of the form. */
export function useValueNames(document: ProfileDocument): ValueNames {
  const locale = useSiteLocale();
  const titles = useSectionTitles();
  const fieldLabel = useFieldLabel();
  const text = useTranslations('editor');
  const { basics } = (useMessages() as Messages).editor;
  const headers: Partial<Record<string, string>> = basics;
  const own = new Map(orderedSections(document, locale).map(({ key, title }) => [key, title]));
  const sectionName = (key: string) => own.get(key) ?? titles([key]);
  const fieldName = (section: string, field: string) => {
    if (section === 'basics') return headers[field] ?? field;
    const known = sectionFields[kindOf(section)].some(({ name }) => name === field);
    return known ? fieldLabel(kindOf(section), field) : field === 'title' ? text('section.name') : field;
  };
  const entryName = (section: string, item: number) =>
    itemTitle(kindOf(section), itemsOf(document, section)[item] ?? {}) || text('item.untitled');
  const nameOf = (pointer: string): ValueName => {
    const { section, item, field, entry } = placeOf(document, pointer);
    const name = fieldName(section, field);
    return {
      section: sectionName(section),
      entry: item === null ? '' : entryName(section, item),
      field: entry === null ? name : `${name} ${entry + 1}`,
    };
  };
  return { sectionName, fieldName, entryName, nameOf };
}

/** A name as one line: "Experience · Acme · Position". */
export function inOneLine({ section, entry, field }: ValueName): string {
  return [section, entry, field].filter(Boolean).join(' · ');
}

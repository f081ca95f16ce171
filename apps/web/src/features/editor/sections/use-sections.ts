'use client';

import { orderedSections, type ProfileDocument } from '@canar/profile-document';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { useEditorState } from '../store/editor-context';
import type { SectionPlace } from './section-place';

/** The sections of the documents that were asked for: several components ask at every key. */
const listed = new WeakMap<ProfileDocument, { locale: string; places: readonly SectionPlace[] }>();

function placesOf(document: ProfileDocument, locale: string): readonly SectionPlace[] {
  const last = listed.get(document);
  if (last?.locale === locale) return last.places;
  const places = placesIn(document, locale);
  listed.set(document, { locale, places });
  return places;
}

function placesIn(document: ProfileDocument, locale: string): SectionPlace[] {
  const sections = orderedSections(document, document.meta?.canar?.locale ?? locale);
  return sections.map(({ key, title, hidden, items }, index) => ({
    sectionKey: key,
    title,
    hidden,
    count: items.length,
    first: index === 0,
    last: index === sections.length - 1,
  }));
}

function samePlaces(before: readonly SectionPlace[], after: readonly SectionPlace[]): boolean {
  return (
    before.length === after.length &&
    before.every((place, index) =>
      Object.entries(place).every(([name, value]) => after[index]?.[name as keyof SectionPlace] === value),
    )
  );
}

/** The sections of the profile in their order; the same list as long as nothing but words inside them changes. */
export function useSections(): readonly SectionPlace[] {
  const locale = useSiteLocale();
  return useEditorState<readonly SectionPlace[]>(({ document }) => placesOf(document, locale), samePlaces);
}

import type { CustomItem, ProfileDocument, SectionItem, SectionKey } from '../schema/schema';
import { titlesOf } from './section-titles';

/** The list sections of JSON Resume in the order they are shown in where a document does not say otherwise. */
export const sectionKeys = [
  ...(['work', 'education', 'projects', 'skills', 'volunteer', 'awards'] as const),
  ...(['certificates', 'publications', 'languages', 'interests', 'references'] as const),
] as const satisfies readonly SectionKey[];

/** The twelve standard sections with their English titles; `basics` is the header and always comes first. */
export const sections = [
  { key: 'basics', title: 'Profile' },
  { key: 'work', title: 'Experience' },
  { key: 'education', title: 'Education' },
  { key: 'projects', title: 'Projects' },
  { key: 'skills', title: 'Skills' },
  { key: 'volunteer', title: 'Volunteering' },
  { key: 'awards', title: 'Awards' },
  { key: 'certificates', title: 'Certificates' },
  { key: 'publications', title: 'Publications' },
  { key: 'languages', title: 'Languages' },
  { key: 'interests', title: 'Interests' },
  { key: 'references', title: 'References' },
] as const satisfies readonly { key: 'basics' | SectionKey; title: string }[];

/**
 * The title a standard section has in the language of a locale, English where we have none.
 * @param locale BCP 47; its language alone counts
 */
export function defaultTitle(key: string, locale = 'en'): string {
  const place = sections.findIndex((section) => section.key === key);
  const language = locale.toLowerCase().split('-')[0] ?? 'en';
  return titlesOf(language)?.[place] ?? sections[place]?.title ?? '';
}

/** A list section as a document shows it: in its place, under its title. */
export type OrderedSection = { title: string; hidden: boolean; ids: readonly string[] } & (
  | { [K in SectionKey]: { key: K; kind: K; items: readonly SectionItem<K>[] } }[SectionKey]
  | { key: string; kind: 'custom'; items: readonly CustomItem[] }
);

function sectionOf(document: ProfileDocument, key: string, locale: string): OrderedSection | null {
  const canar = document.meta?.canar;
  const setting = canar?.sections?.find((entry) => entry.key === key);
  const custom = canar?.custom?.find((entry) => entry.key === key);
  const standard = sectionKeys.find((name) => name === key);
  const title = setting?.title?.trim() || custom?.title?.trim() || defaultTitle(key, locale);
  const common = { title, hidden: setting?.hidden ?? false, ids: canar?.ids?.[key] ?? [] };
  if (standard) return { ...common, key, kind: standard, items: document[standard] ?? [] } as OrderedSection;
  return custom ? { ...common, key, kind: 'custom', items: custom.items ?? [] } : null;
}

/**
 * All list sections of a document in its order: first those that `meta.canar.sections` names, then the other standard ones, then the
 * other custom ones. Sections without items are there too; `basics` is not, it is the header.
 * @param locale the language of default titles, BCP 47; the document's own locale by default
 */
export function orderedSections(
  document: ProfileDocument,
  locale = document.meta?.canar?.locale ?? 'en',
): OrderedSection[] {
  const canar = document.meta?.canar;
  const named = (canar?.sections ?? []).map((entry) => entry.key);
  const keys = new Set<string>([...named, ...sectionKeys, ...(canar?.custom ?? []).map((entry) => entry.key)]);
  return [...keys].flatMap((key) => sectionOf(document, key, locale) ?? []);
}

/** The title over the summary: the owner's, else the default of the locale. */
export function summaryTitle(document: ProfileDocument, locale = document.meta?.canar?.locale ?? 'en'): string {
  const setting = document.meta?.canar?.sections?.find((entry) => entry.key === 'basics');
  return setting?.title?.trim() || defaultTitle('basics', locale);
}

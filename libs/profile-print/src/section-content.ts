import { type OrderedSection, orderedSections, type ProfileDocument, type SectionItem } from '@canar/profile-document';
import type { Entry, Quote, Section, Term } from './content';
import { entryOf } from './entry-content';
import { line, lines, paragraphs } from './plain-text';
import { staysTogether } from './stays-together';

function term(name: string | undefined, level: string | undefined, keywords?: readonly string[]): Term | null {
  const parts = { name: line(name), level: line(level), words: lines(keywords) };
  const texts = [parts.name, parts.level, parts.words.join(', ')];
  return texts.join('') === '' ? null : { ...parts, together: staysTogether(texts) };
}

function quote(item: SectionItem<'references'>): Quote | null {
  const parts = { by: line(item.name), paragraphs: paragraphs(item.reference) };
  const texts = [parts.by, ...parts.paragraphs];
  return texts.join('') === '' ? null : { ...parts, together: staysTogether(texts) };
}

function present<T>(items: readonly (T | null)[]): T[] {
  return items.filter((item) => item !== null);
}

function entries(section: OrderedSection, locale: string): Entry[] {
  switch (section.kind) {
    case 'work':
      return present(section.items.map((item) => entryOf.work(item, locale)));
    case 'volunteer':
      return present(section.items.map((item) => entryOf.volunteer(item, locale)));
    case 'education':
      return present(section.items.map((item) => entryOf.education(item, locale)));
    case 'projects':
      return present(section.items.map((item) => entryOf.projects(item, locale)));
    case 'awards':
      return present(section.items.map((item) => entryOf.awards(item, locale)));
    case 'certificates':
      return present(section.items.map((item) => entryOf.certificates(item, locale)));
    case 'publications':
      return present(section.items.map((item) => entryOf.publications(item, locale)));
    case 'custom':
      return present(section.items.map((item) => entryOf.custom(item, locale)));
    default:
      return [];
  }
}

function contentOfSection(section: OrderedSection, locale: string): Section {
  const title = line(section.title);
  switch (section.kind) {
    case 'skills':
      return { kind: 'terms', title, items: present(section.items.map((i) => term(i.name, i.level, i.keywords))) };
    case 'languages':
      return { kind: 'terms', title, items: present(section.items.map((i) => term(i.language, i.fluency))) };
    case 'interests':
      return { kind: 'terms', title, items: present(section.items.map((i) => term(i.name, undefined, i.keywords))) };
    case 'references':
      return { kind: 'quotes', title, items: present(section.items.map(quote)) };
    default:
      return { kind: 'entries', title, items: entries(section, locale) };
  }
}

/** The visible sections with at least one item, in the owner's order and with the owner's titles. */
export function contentOfSections(document: ProfileDocument, locale: string): Section[] {
  return orderedSections(document, locale)
    .filter((section) => !section.hidden)
    .map((section) => contentOfSection(section, locale))
    .filter((section) => section.items.length > 0);
}

import { type SectionKey, type Unplaced } from '@canar/profile-document';
import { plainHeading, sectionOfHeading } from '../headings/headings';
import type { TextPage } from '../layout/page';
import type { ParsedResume } from '../parsed-resume';
import { contactsOf } from './contacts';
import { type Element, elementsOf } from './elements';
import { entriesOf, itemOf } from './entries';
import { quotesOf, termsOf } from './terms';

type Fields = Record<string, unknown>;

/** The heading of a section and the elements below it. */
interface Part {
  heading: Element;
  inside: Element[];
}

function partsOf(elements: readonly Element[]): { top: Element[]; parts: Part[] } {
  const parts: Part[] = [];
  const top: Element[] = [];
  for (const element of elements) {
    if (element.role === 'section') parts.push({ heading: element, inside: [] });
    else (parts.at(-1)?.inside ?? top).push(element);
  }
  return { top, parts };
}

/** The items of a section as fields of JSON Resume; `custom` for a section that it does not have. */
function itemsOf(section: SectionKey | 'custom', inside: readonly Element[]): Fields[] {
  if (section === 'skills') return termsOf(inside).map(({ name, level, words }) => ({ name, level, keywords: words }));
  if (section === 'interests') return termsOf(inside).map(({ name, words }) => ({ name, keywords: words }));
  if (section === 'languages') return termsOf(inside).map(({ name, level }) => ({ language: name, fluency: level }));
  if (section === 'references') return quotesOf(inside);
  return entriesOf(inside).map((entry) => itemOf[section](entry));
}

/** A part without empty fields. */
function filled(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/**
 * Reads a PDF that this product printed, by its structure tags: every heading, paragraph and list item is known as such, whatever the
 * template. Null when the tags are gone, as after another program has stored the file.
 */
export function readOwnDocument(pages: readonly TextPage[]): ParsedResume | null {
  const elements = elementsOf(pages);
  if (!elements) return null;
  const { resume, unplaced } = readOwnElements(elements);
  return { resume, unplaced: [...unplaced, ...untagged(pages)] };
}

/** Reads the elements of a document of ours, a PDF or a Word file. */
export function readOwnElements(elements: readonly Element[]): ParsedResume {
  const { top, parts } = partsOf(elements);
  const name = top.find(({ role }) => role === 'name')?.text;
  const summary = top.filter(({ role }) => role === 'text' || role === 'item').map(({ text }) => text);
  const size = elements.find(({ role }) => role === 'title')?.runs[0]?.size;
  const { contacts, unplaced } = contactsOf(
    top.filter(({ role }) => role === 'other'),
    size,
  );
  const resume: Fields = { basics: filled({ name, ...contacts, summary: summary.join('\n\n') }) };
  const custom: Fields[] = [];
  for (const { heading, inside } of parts) {
    const section = sectionOfHeading(heading.text);
    const known = section !== null && section !== 'summary' && section !== 'contact' ? section : 'custom';
    const items = itemsOf(known, inside).map(filled);
    if (known !== 'custom') resume[known] = [...((resume[known] as Fields[] | undefined) ?? []), ...items];
    else custom.push({ key: `custom-${custom.length + 1}`, title: plainHeading(heading.text), items });
  }
  if (custom.length > 0) resume['meta'] = { canar: { custom } };
  return { resume, unplaced };
}

/** The running feet, which are no part of the structure; each text once. */
function untagged(pages: readonly TextPage[]): Unplaced[] {
  const feet = new Map<string, Unplaced>();
  pages.forEach(({ runs }, page) =>
    runs.forEach((run, index) => {
      if (run.tag) return;
      feet.set(run.text, { pointer: `/pages/${page + 1}/lines/${index + 1}`, value: run.text, reason: 'line.running' });
    }),
  );
  return [...feet.values()];
}

import type { ProfileDocument } from '@canar/profile-document';
import { itemsOf } from '@/signed-in/document/edits';
import { kindOf } from '@/signed-in/document/fields';

/** How far a part of a profile is written: nothing yet, something missing, or all that its readers look for. */
export type Completeness = 'empty' | 'begun' | 'complete';

/** What readers look for in an item of each kind; of a list in it one is enough. */
const expected: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  work: ['position', 'name', 'startDate', ['summary', 'highlights', 'description']],
  education: ['institution', ['studyType', 'area'], ['startDate', 'endDate']],
  projects: ['name', ['description', 'highlights']],
  skills: ['name'],
  volunteer: ['position', 'organization', 'startDate'],
  awards: ['title'],
  certificates: ['name'],
  publications: ['name'],
  languages: ['language', 'fluency'],
  interests: ['name'],
  references: ['name', 'reference'],
  custom: [['name', 'summary', 'highlights', 'description']],
};

const expectedOfBasics = ['name', 'label', 'email', 'summary'];

const isWritten = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isWritten) : typeof value === 'string' && value.trim() !== '';

const has = (item: Readonly<Record<string, unknown>>, wanted: string | readonly string[]): boolean =>
  [wanted].flat().some((name) => isWritten(item[name]));

/** How far the head of a profile is written: name, headline, e-mail and summary. */
export function basicsCompleteness({ basics = {} }: ProfileDocument): Completeness {
  const written = expectedOfBasics.filter((name) => has(basics, name)).length;
  if (written === 0) return 'empty';
  return written === expectedOfBasics.length ? 'complete' : 'begun';
}

/** Entries that were looked at, and whether they are complete: at a key press only one of them is another. */
const lookedAt = new WeakMap<object, boolean>();

function isComplete(item: Readonly<Record<string, unknown>>, kind: string): boolean {
  const known = lookedAt.get(item);
  if (known !== undefined) return known;
  const complete = (expected[kind] ?? []).every((name) => has(item, name));
  lookedAt.set(item, complete);
  return complete;
}

/** How far a section is written; it is complete when each of its entries is. */
export function sectionCompleteness(document: ProfileDocument, section: string): Completeness {
  const items = itemsOf(document, section);
  if (items.length === 0) return 'empty';
  const kind = kindOf(section);
  return items.every((item) => isComplete(item, kind)) ? 'complete' : 'begun';
}

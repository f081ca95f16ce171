import type { ProfileDocument } from '@canar/profile-document';
import { itemsOf, itemsPath, type Path } from '../document/edits';
import { kindOf, sectionFields } from '../document/fields';
import { placeOf } from './pointers';
import type { Review } from './review';

/** Where a text is put: a field of the profile, of an entry, or of a new entry of a section (`item` is null). */
export interface Target {
  /** `basics`, or the key of a section */
  section: string;
  item: number | null;
  field: string;
}

const basicsFields: readonly { name: string; path: readonly string[]; kind: 'line' | 'text' }[] = [
  ...['name', 'label', 'email', 'phone', 'url'].map((name) => ({
    name,
    path: ['basics', name],
    kind: 'line' as const,
  })),
  { name: 'summary', path: ['basics', 'summary'], kind: 'text' },
  ...['city', 'region', 'address', 'postalCode'].map((name) => ({
    name,
    path: ['basics', 'location', name],
    kind: 'line' as const,
  })),
];

/** The names of the fields into which a text can be put. */
export function targetFields(section: string): readonly string[] {
  if (section === 'basics') return basicsFields.map(({ name }) => name);
  return sectionFields[kindOf(section)].map(({ name }) => name);
}

/** The path of a target, and how its field is written. */
export function fieldAt(document: ProfileDocument, { section, item, field }: Target): { path: Path; kind: string } {
  if (section === 'basics') return basicsFields.find(({ name }) => name === field) ?? { path: [], kind: 'line' };
  const index = item ?? itemsOf(document, section).length;
  const kind = sectionFields[kindOf(section)].find(({ name }) => name === field)?.kind ?? 'line';
  return { path: [...itemsPath(document, section), index, field], kind };
}

/** Where a text without a place most likely belongs: to the entry of the nearest line before it. */
export function suggestedTarget(review: Review, lines: readonly number[]): Target {
  const line = lines[0] ?? -1;
  const before = review.places
    .filter((place) => place.lines.some((other) => other < line))
    .sort(
      (a, b) =>
        Math.max(...b.lines.filter((other) => other < line)) - Math.max(...a.lines.filter((other) => other < line)),
    );
  const { section, item } = (before[0] && placeOf(review.document, before[0].pointer)) ?? {
    section: 'basics',
    item: null,
  };
  const fields = targetFields(section);
  const field = ['highlights', 'summary', 'keywords'].find((name) => fields.includes(name)) ?? fields[0] ?? '';
  return { section, item: section === 'basics' ? null : item, field };
}

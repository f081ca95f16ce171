import type { SectionKey } from '@canar/profile-document';

/** How a field of an item is written. */
type FieldKind = 'line' | 'text' | 'url' | 'date' | 'end' | 'bullets' | 'keywords';

/** One field of an item: its name in the document, how it is written, and whether it takes half the width. */
export interface FieldSpec {
  name: string;
  kind: FieldKind;
  half?: boolean;
  /** seldom needed: behind "More fields" until it says something */
  more?: boolean;
}

const line = (name: string, half = true): FieldSpec => ({ name, kind: 'line', half });
const text = (name: string): FieldSpec => ({ name, kind: 'text' });
const url: FieldSpec = { name: 'url', kind: 'url' };
const period: FieldSpec[] = [
  { name: 'startDate', kind: 'date', half: true },
  { name: 'endDate', kind: 'end', half: true },
];
const date = (name: string): FieldSpec => ({ name, kind: 'date', half: true });
const bullets = (name: string): FieldSpec => ({ name, kind: 'bullets' });
const more = (spec: FieldSpec): FieldSpec => ({ ...spec, more: true });
const keywords: FieldSpec = { name: 'keywords', kind: 'keywords' };

/** The fields of each section's items, in the order in which they are asked for. */
export const sectionFields: Record<SectionKey | 'profiles' | 'custom', readonly FieldSpec[]> = {
  work: [
    line('position'),
    line('name'),
    ...period,
    line('location'),
    { ...url, half: true },
    text('summary'),
    bullets('highlights'),
    more(text('description')),
  ],
  education: [
    line('institution', false),
    line('studyType'),
    line('area'),
    ...period,
    line('score'),
    { ...url, half: true },
    bullets('courses'),
  ],
  projects: [
    line('name'),
    { ...url, half: true },
    text('description'),
    ...period,
    bullets('highlights'),
    keywords,
    more(line('entity')),
    more(line('type')),
    more({ name: 'roles', kind: 'keywords' }),
  ],
  skills: [line('name'), line('level'), keywords],
  volunteer: [line('position'), line('organization'), ...period, url, text('summary'), bullets('highlights')],
  awards: [line('title', false), line('awarder'), date('date'), text('summary')],
  certificates: [line('name', false), line('issuer'), date('date'), url],
  publications: [line('name', false), line('publisher'), date('releaseDate'), url, text('summary')],
  languages: [line('language'), line('fluency')],
  interests: [line('name', false), keywords],
  references: [line('name', false), text('reference')],
  profiles: [line('network'), line('username'), url],
  custom: [
    line('name', false),
    line('location'),
    { ...url, half: true },
    ...period,
    text('summary'),
    bullets('highlights'),
    more(date('date')),
    more(keywords),
    more(text('description')),
  ],
};

/** The kind of a section: one of JSON Resume's, or one of the owner's own. */
export function kindOf(sectionKey: string): SectionKey | 'profiles' | 'custom' {
  return sectionKey in sectionFields ? (sectionKey as SectionKey) : 'custom';
}

/** The titles of items that were asked for; every folded entry asks at every key, and at most one is another. */
const titles = new WeakMap<object, string>();

/** What an item is called while it is folded: the first texts it has. */
export function itemTitle(section: string, item: Readonly<Record<string, unknown>>): string {
  const known = titles.get(item);
  if (known !== undefined) return known;
  const fields = sectionFields[section as SectionKey] ?? sectionFields.custom;
  const words = fields.filter(({ kind, more }) => kind === 'line' && !more).map(({ name }) => item[name]);
  const title = words
    .filter((word): word is string => typeof word === 'string' && word.trim() !== '')
    .slice(0, 2)
    .join(' · ');
  titles.set(item, title);
  return title;
}

/** The names in a record that none of the known fields has: what an import preserved and no template prints. */
export function unknownFields(record: Readonly<Record<string, unknown>>, known: readonly string[]): string[] {
  return Object.keys(record).filter((name) => !known.includes(name));
}

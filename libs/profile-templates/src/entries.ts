import type { CustomItem, OrderedSection, SectionItem } from '@canar/profile-document';

/** A short line under a title, and the field that it comes from. */
interface Note {
  text?: string;
  field: string;
}

/** The fields that the parts of an item come from, where they are called otherwise. */
interface Origins {
  title?: string;
  organization?: string;
  on?: string;
  summary?: string;
  tags?: string;
}

/** Where a part of a page stands in the document: `work/ID`, see `ProfilePageProps.places`. */
interface Placed {
  place?: string;
}

/** A dated entry of a profile, from any section. */
export interface Entry extends Placed {
  from: Origins;
  title?: string;
  titleUrl?: string;
  organization?: string;
  organizationUrl?: string;
  location?: string;
  /** a period; without an end it is ongoing */
  start?: string;
  end?: string;
  /** a single date */
  on?: string;
  /** the result of an education */
  score?: string;
  notes?: Note[];
  summary?: string;
  points?: readonly string[];
  tags?: readonly string[];
  tagsAre?: 'courses';
}

/** A term with its details: skills, languages, interests. */
export interface Term extends Placed {
  from?: { name: string; level: string };
  name?: string;
  level?: string;
  tags?: readonly string[];
}

/** A recommendation. */
export interface Quote extends Placed {
  name?: string;
  text?: string;
}

/** A section in one of the three forms that templates can set. */
export type SectionBody =
  { form: 'entries'; entries: Entry[] } | { form: 'terms'; terms: Term[] } | { form: 'quotes'; quotes: Quote[] };

function joined(...parts: (string | undefined)[]): string | undefined {
  return parts.filter((part) => part?.trim()).join(', ') || undefined;
}

/** The kinds of sections that are set as terms. */
export const termKinds: ReadonlySet<string> = new Set(['skills', 'languages', 'interests']);

const languageFields = { name: 'language', level: 'fluency' };

type Named = readonly [field: string, text: string | undefined];

/** Title and organisation; an organisation alone becomes the title. */
function headed([titleField, title]: Named, [field, organization]: Named, url: string | undefined): Entry {
  return title?.trim()
    ? { title, organization, organizationUrl: url, from: { title: titleField, organization: field } }
    : { title: organization, titleUrl: url, from: { title: field } };
}

const time = ({ startDate, endDate }: { startDate?: string; endDate?: string }): Pick<Entry, 'start' | 'end'> => ({
  start: startDate,
  end: endDate,
});

function work(item: SectionItem<'work'>): Entry {
  const head = headed(['position', item.position], ['name', item.name], item.url);
  return {
    ...head,
    ...time(item),
    location: item.location,
    notes: [{ text: item.description, field: 'description' }],
    summary: item.summary,
    points: item.highlights,
  };
}

function education(item: SectionItem<'education'>): Entry {
  const degree = item.studyType?.trim() ? 'studyType' : 'area';
  const head = headed([degree, joined(item.studyType, item.area)], ['institution', item.institution], item.url);
  const from = { ...head.from, tags: 'courses' };
  return { ...head, ...time(item), from, score: item.score, tags: item.courses, tagsAre: 'courses' };
}

function project(item: SectionItem<'projects'>): Entry {
  const named = Boolean(item.name?.trim());
  const entry = {
    title: named ? item.name : item.entity,
    titleUrl: item.url,
    organization: named ? item.entity : undefined,
    from: { title: named ? 'name' : 'entity', organization: 'entity', summary: 'description' },
    notes: [{ text: joined(...(item.roles ?? [])), field: 'roles' }],
  };
  return { ...entry, ...time(item), summary: item.description, points: item.highlights, tags: item.keywords };
}

function volunteer(item: SectionItem<'volunteer'>): Entry {
  const head = headed(['position', item.position], ['organization', item.organization], item.url);
  return { ...head, ...time(item), summary: item.summary, points: item.highlights };
}

function award({ title, awarder, date, summary }: SectionItem<'awards'>): Entry {
  return { title, organization: awarder, on: date, summary, from: { title: 'title', organization: 'awarder' } };
}

function certificate({ name, url, issuer, date }: SectionItem<'certificates'>): Entry {
  return { title: name, titleUrl: url, organization: issuer, on: date, from: { organization: 'issuer' } };
}

function publication(item: SectionItem<'publications'>): Entry {
  const head = { title: item.name, titleUrl: item.url, organization: item.publisher };
  return {
    ...head,
    on: item.releaseDate,
    summary: item.summary,
    from: { organization: 'publisher', on: 'releaseDate' },
  };
}

function custom(item: CustomItem): Entry {
  const head = { title: item.name, titleUrl: item.url, location: item.location, on: item.date, ...time(item) };
  const notes = [{ text: item.description, field: 'description' }];
  return { ...head, from: {}, notes, summary: item.summary, points: item.highlights, tags: item.keywords };
}

function says(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((part: unknown) => says(asText(part)));
  return typeof value === 'string' && value.trim() !== '';
}

const asText = (part: unknown) => (typeof part === 'object' && part !== null && 'text' in part ? part.text : part);
const labels = new Set(['tagsAre', 'from', 'place']);

/** Whether an entry has more than its label and place. */
function filled(part: object): boolean {
  return Object.entries(part).some(([key, value]) => !labels.has(key) && says(value));
}

const skill = ({ name, level, keywords }: SectionItem<'skills'>): Term => ({ name, level, tags: keywords });
const interest = ({ name, keywords }: SectionItem<'interests'>): Term => ({ name, tags: keywords });
const language = ({ language: name, fluency }: SectionItem<'languages'>): Term => ({
  name,
  level: fluency,
  from: languageFields,
});
const quote = ({ name, reference }: SectionItem<'references'>): Quote => ({ name, text: reference });

interface MadePart {
  make: unknown;
  place: string | undefined;
  /** null for an item without text */
  part: object | null;
}

/** What items were made into. A document is never changed in place, so that a preview makes only the items anew that were edited. */
const made = new WeakMap<object, MadePart>();

/** An item as a page shows it, with its place; null for one without text. */
function partOf<I extends object, T extends Placed>(
  item: I,
  place: string | undefined,
  make: (item: I) => T,
): T | null {
  const last = made.get(item);
  if (last?.make === make && last.place === place) return last.part as T | null;
  const part = make(item);
  const shown = filled(part) ? (place === undefined ? part : { ...part, place }) : null;
  made.set(item, { make, place, part: shown });
  return shown;
}

/** The items with text, each with its place where the document has ids. */
function parts<I extends object, T extends Placed>(
  { key, ids }: Pick<OrderedSection, 'key' | 'ids'>,
  items: readonly I[],
  make: (item: I) => T,
): T[] {
  return items.flatMap((item, index) => {
    const id = ids[index];
    return partOf(item, id === undefined ? undefined : `${key}/${id}`, make) ?? [];
  });
}

function entriesOf(section: OrderedSection): Entry[] {
  switch (section.kind) {
    case 'work':
      return parts(section, section.items, work);
    case 'education':
      return parts(section, section.items, education);
    case 'projects':
      return parts(section, section.items, project);
    case 'volunteer':
      return parts(section, section.items, volunteer);
    case 'awards':
      return parts(section, section.items, award);
    case 'certificates':
      return parts(section, section.items, certificate);
    case 'publications':
      return parts(section, section.items, publication);
    case 'custom':
      return parts(section, section.items, custom);
    default:
      return [];
  }
}

/** The items of a section in the form in which it is set, without empty ones. */
export function bodyOf(section: OrderedSection): SectionBody {
  switch (section.kind) {
    case 'skills':
      return { form: 'terms', terms: parts(section, section.items, skill) };
    case 'languages':
      return { form: 'terms', terms: parts(section, section.items, language) };
    case 'interests':
      return { form: 'terms', terms: parts(section, section.items, interest) };
    case 'references':
      return { form: 'quotes', quotes: parts(section, section.items, quote) };
    default:
      return { form: 'entries', entries: entriesOf(section) };
  }
}

/** The number of items that a section shows. */
export function sizeOf(body: SectionBody): number {
  return body.form === 'entries' ? body.entries.length : body.form === 'terms' ? body.terms.length : body.quotes.length;
}

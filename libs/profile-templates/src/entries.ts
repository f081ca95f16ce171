import type { CustomItem, OrderedSection, SectionItem } from '@canar/profile-document';

/** A dated entry of a profile, from any section. */
export interface Entry {
  title?: string;
  titleUrl?: string;
  organization?: string;
  organizationUrl?: string;
  place?: string;
  /** a period; without an end it is ongoing */
  start?: string;
  end?: string;
  /** a single date */
  on?: string;
  /** the result of an education */
  score?: string;
  /** short lines under the title */
  notes?: (string | undefined)[];
  summary?: string;
  points?: readonly string[];
  tags?: readonly string[];
  tagsAre?: 'courses';
}

/** A term with its details: skills, languages, interests. */
export interface Term {
  name?: string;
  level?: string;
  tags?: readonly string[];
}

/** A recommendation. */
export interface Quote {
  name?: string;
  text?: string;
}

/** A section in one of the three forms that templates can set. */
export type SectionBody =
  { form: 'entries'; entries: Entry[] } | { form: 'terms'; terms: Term[] } | { form: 'quotes'; quotes: Quote[] };

function joined(...parts: (string | undefined)[]): string | undefined {
  return parts.filter((part) => part?.trim()).join(', ') || undefined;
}

/** Title and organisation; an organisation alone becomes the title. */
function headed(title: string | undefined, organization: string | undefined, url: string | undefined): Entry {
  return title?.trim() ? { title, organization, organizationUrl: url } : { title: organization, titleUrl: url };
}

const time = ({ startDate, endDate }: { startDate?: string; endDate?: string }): Entry => ({
  start: startDate,
  end: endDate,
});

function work(item: SectionItem<'work'>): Entry {
  const head = headed(item.position, item.name, item.url);
  return {
    ...head,
    ...time(item),
    place: item.location,
    notes: [item.description],
    summary: item.summary,
    points: item.highlights,
  };
}

function education(item: SectionItem<'education'>): Entry {
  const head = headed(joined(item.studyType, item.area), item.institution, item.url);
  return { ...head, ...time(item), score: item.score, tags: item.courses, tagsAre: 'courses' };
}

function project(item: SectionItem<'projects'>): Entry {
  const notes = [joined(...(item.roles ?? []))];
  const head = {
    title: item.name ?? item.entity,
    titleUrl: item.url,
    organization: item.name ? item.entity : undefined,
  };
  return { ...head, ...time(item), notes, summary: item.description, points: item.highlights, tags: item.keywords };
}

function volunteer(item: SectionItem<'volunteer'>): Entry {
  const head = headed(item.position, item.organization, item.url);
  return { ...head, ...time(item), summary: item.summary, points: item.highlights };
}

function award({ title, awarder, date, summary }: SectionItem<'awards'>): Entry {
  return { title, organization: awarder, on: date, summary };
}

function certificate({ name, url, issuer, date }: SectionItem<'certificates'>): Entry {
  return { title: name, titleUrl: url, organization: issuer, on: date };
}

function publication(item: SectionItem<'publications'>): Entry {
  const head = { title: item.name, titleUrl: item.url, organization: item.publisher };
  return { ...head, on: item.releaseDate, summary: item.summary };
}

function custom(item: CustomItem): Entry {
  const head = { title: item.name, titleUrl: item.url, place: item.location, on: item.date, ...time(item) };
  return { ...head, notes: [item.description], summary: item.summary, points: item.highlights, tags: item.keywords };
}

function entriesOf(section: OrderedSection): Entry[] {
  switch (section.kind) {
    case 'work':
      return section.items.map(work);
    case 'education':
      return section.items.map(education);
    case 'projects':
      return section.items.map(project);
    case 'volunteer':
      return section.items.map(volunteer);
    case 'awards':
      return section.items.map(award);
    case 'certificates':
      return section.items.map(certificate);
    case 'publications':
      return section.items.map(publication);
    case 'custom':
      return section.items.map(custom);
    default:
      return [];
  }
}

function says(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(says);
  return typeof value === 'string' && value.trim() !== '';
}

/** Whether an entry has more than its label. */
function filled(part: object): boolean {
  return Object.entries(part).some(([key, value]) => key !== 'tagsAre' && says(value));
}

/** The items of a section in the form in which it is set, without empty ones. */
export function bodyOf(section: OrderedSection): SectionBody {
  switch (section.kind) {
    case 'skills':
      return {
        form: 'terms',
        terms: section.items.map(({ name, level, keywords }) => ({ name, level, tags: keywords })).filter(filled),
      };
    case 'languages':
      return {
        form: 'terms',
        terms: section.items.map(({ language, fluency }) => ({ name: language, level: fluency })).filter(filled),
      };
    case 'interests':
      return {
        form: 'terms',
        terms: section.items.map(({ name, keywords }) => ({ name, tags: keywords })).filter(filled),
      };
    case 'references':
      return {
        form: 'quotes',
        quotes: section.items.map(({ name, reference }) => ({ name, text: reference })).filter(filled),
      };
    default:
      return { form: 'entries', entries: entriesOf(section).filter(filled) };
  }
}

/** The number of items that a section shows. */
export function sizeOf(body: SectionBody): number {
  return body.form === 'entries' ? body.entries.length : body.form === 'terms' ? body.terms.length : body.quotes.length;
}

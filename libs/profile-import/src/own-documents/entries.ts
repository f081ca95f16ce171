import { findPeriod, type SectionKey } from '@canar/profile-document';
import { roleWord } from '../resume-text/words';
import { splitList } from '../sections/groups';
import type { Element } from './elements';
import { joinedText } from './joined-text';

type Fields = Record<string, unknown>;

/** An entry as it is printed: the same parts in every template. */
export interface Entry {
  title: string;
  facts: string[];
  url: string | undefined;
  dates: { startDate?: string; endDate?: string; date?: string };
  /** what stands where the dates do and is none */
  undated: string | undefined;
  paragraphs: string[];
  highlights: string[];
  /** the paragraph below the highlights: keywords */
  below: string[];
}

/** Dates are set in letters smaller than a title's by more than this. */
const dateScale = 0.9;

function datesOf(text: string): Pick<Entry, 'dates' | 'undated'> {
  const found = findPeriod(text);
  if (!found) return { dates: {}, undated: text === '' ? undefined : text };
  const { startDate, endDate, date } = found;
  return {
    dates: { ...(startDate ? { startDate } : {}), ...(endDate ? { endDate } : {}), ...(date ? { date } : {}) },
    undated: undefined,
  };
}

function entryOf(elements: readonly Element[]): Entry {
  const title = elements.find(({ role }) => role === 'title');
  const size = title?.runs[0]?.size ?? 0;
  const beside = elements.filter(({ role }) => role === 'other').flatMap(({ runs }) => runs);
  const facts = beside.filter((run) => run.size >= size * dateScale);
  const dated = beside.filter((run) => run.size < size * dateScale);
  const firstItem = elements.findIndex(({ role }) => role === 'item');
  const texts = (from: number, to?: number) =>
    elements.slice(from, to).flatMap(({ role, text }) => (role === 'text' ? [text] : []));
  return {
    title: title?.text ?? '',
    facts: joinedText(facts)
      .split(/\s+·(?:\s+|$)/u)
      .filter(Boolean),
    url: [...(title?.runs ?? []), ...facts].find((run) => run.link !== undefined)?.link,
    ...datesOf(joinedText(dated)),
    paragraphs: texts(0, firstItem < 0 ? undefined : firstItem),
    highlights: elements.flatMap(({ role, text }) => (role === 'item' ? [text] : [])),
    below: firstItem < 0 ? [] : texts(firstItem),
  };
}

/** The entries of a section: each begins with its title. */
export function entriesOf(inside: readonly Element[]): Entry[] {
  const starts = inside.flatMap(({ role }, index) => (role === 'title' ? [index] : []));
  const from = starts[0] === 0 || inside.length === 0 ? starts : [0, ...starts];
  return from.map((start, index) => entryOf(inside.slice(start, from[index + 1])));
}

/** Start and end; one date alone is both. */
const period = ({ dates, undated }: Entry): Fields => ({
  startDate: dates.startDate ?? dates.date,
  endDate: dates.endDate ?? dates.date ?? undated,
});
const day = ({ dates, undated }: Entry): string | undefined =>
  dates.date ?? dates.endDate ?? dates.startDate ?? undated;
const prose = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');
const isSentence = (text: string): boolean => /[.!?:;।。！？]["”»]?$/u.test(text) || text.length > 90;
const isList = (text: string): boolean =>
  !isSentence(text) && splitList(text).every((word) => word.split(' ').length < 5);

/** Keywords stand below the highlights, or are the last paragraph where it is a list. */
function keywordsOf({ paragraphs, below }: Entry): { keywords: string[]; paragraphs: string[] } {
  if (below.length > 0) return { keywords: below.flatMap(splitList), paragraphs };
  const last = paragraphs.at(-1);
  const listed = last !== undefined && paragraphs.length > 1 && isList(last);
  return listed ? { keywords: splitList(last), paragraphs: paragraphs.slice(0, -1) } : { keywords: [], paragraphs };
}

/** Organisation and place behind a position. */
function employment(entry: Entry): { name: string | undefined; location: string | undefined } {
  const { facts } = entry;
  const location = facts.length > 1 ? facts.at(-1) : undefined;
  return { name: (location === undefined ? facts : facts.slice(0, -1)).join(' · '), location };
}

const score = /^(?:score|अंक)\s+/iu;

function educationOf(entry: Entry): Fields {
  const facts = [...entry.facts];
  const marked = facts.findIndex((fact) => score.test(fact));
  const mark = marked >= 0 ? facts.splice(marked, 1)[0] : facts.length > 1 ? facts.pop() : undefined;
  const [, studyType = entry.title, area] = /^(.+?), (.+)$/.exec(entry.title) ?? [];
  const alone = facts.length === 0;
  const courses = entry.paragraphs.flatMap((text) => splitList(text.replace(/^[^:：]{2,40}[:：]\s*/u, '')));
  return {
    institution: alone ? entry.title : facts.join(' · '),
    ...(alone ? {} : { studyType, area }),
    ...period(entry),
    ...(entry.dates.date === undefined ? {} : { startDate: undefined }), // the year of a degree
    score: mark?.replace(score, ''),
    courses,
    url: entry.url,
  };
}

const kind =
  /^(?:application|website|presentation|talk|volunteering|conference|library|tool|plugin|book|course|research)$/i;

/** Organisation, roles and kind behind the name of a project; the kind is one word of a known list where it could be another part. */
function projectFacts(facts: readonly string[]): Fields {
  const left = [...facts];
  const type = left.length > 2 || kind.test(left.at(-1) ?? '') ? left.pop() : undefined;
  const roles = left.length > 1 || roleWord.test(left.at(-1) ?? '') ? left.pop() : undefined;
  return { entity: left.join(' · '), roles: roles?.split(', '), type };
}

function projectOf(entry: Entry): Fields {
  const { keywords, paragraphs } = keywordsOf(entry);
  const { title: name, url, highlights } = entry;
  return {
    name,
    ...projectFacts(entry.facts),
    ...period(entry),
    description: prose(paragraphs),
    highlights,
    keywords,
    url,
  };
}

function workOf(entry: Entry): Fields {
  const [lead = '', ...others] = entry.paragraphs;
  const described = others.length > 0 && !isSentence(lead);
  return {
    position: entry.title,
    ...employment(entry),
    ...period(entry),
    description: described ? lead : undefined,
    summary: prose(described ? others : entry.paragraphs),
    highlights: entry.highlights,
    url: entry.url,
  };
}

function customOf(entry: Entry): Fields {
  const { keywords, paragraphs } = keywordsOf(entry);
  const { title: name, url, highlights, dates } = entry;
  const when = dates.startDate === undefined ? { date: day(entry) } : period(entry);
  return {
    name,
    location: entry.facts.join(' · '),
    ...when,
    description: prose(paragraphs),
    highlights,
    keywords,
    url,
  };
}

const credit = (entry: Entry, name: string, by: string, date: string): Fields => ({
  [name]: entry.title,
  [by]: entry.facts.join(' · '),
  [date]: day(entry),
  url: entry.url,
  summary: prose(entry.paragraphs),
});

type EntrySection = Exclude<SectionKey, 'skills' | 'languages' | 'interests' | 'references'>;

/** An entry as the fields of its section. */
export const itemOf: Readonly<Record<EntrySection | 'custom', (entry: Entry) => Fields>> = {
  work: workOf,
  volunteer: (entry) => ({
    position: entry.title,
    organization: entry.facts.join(' · '),
    ...period(entry),
    summary: prose(entry.paragraphs),
    highlights: entry.highlights,
    url: entry.url,
  }),
  education: educationOf,
  projects: projectOf,
  awards: (entry) => credit(entry, 'title', 'awarder', 'date'),
  certificates: (entry) => credit(entry, 'name', 'issuer', 'date'),
  publications: (entry) => credit(entry, 'name', 'publisher', 'releaseDate'),
  custom: customOf,
};

import {
  type CustomItem,
  formatPartialDate,
  isOngoing,
  presentWord,
  safeHref,
  scoreText,
  type SectionItem,
} from '@canar/profile-document';
import type { Entry, Line, WordList } from './content';
import { line, lines, paragraphs } from './plain-text';
import { staysTogether } from './stays-together';
import { wordsFor } from './words';

type Texts = readonly (string | undefined)[];

/** The parts of an item by their position in print; the first of `titles` is the title, the others join the facts. */
interface Parts {
  titles: Texts;
  url?: string | undefined;
  /** Whether the address belongs to the organisation, which is the second title. */
  ofOrganisation?: boolean;
  facts?: Texts;
  dates: string[];
  lead?: string | undefined;
  prose?: Texts;
  bullets?: readonly string[] | undefined;
  words?: WordList;
}

function periodOf(item: { startDate?: string; endDate?: string }, locale: string): string[] {
  const from = dateOf(item.startDate, locale);
  const end = line(item.endDate);
  if (from.length === 0) return end === '' ? [] : dateOf(end, locale);
  const until = end === '' || isOngoing(end) ? presentWord(locale) : formatPartialDate(end, locale);
  return from[0] === until ? from : [...from, until];
}

function dateOf(date: string | undefined, locale: string): string[] {
  const text = line(date);
  return text === '' ? [] : [formatPartialDate(text, locale)];
}

function entry(parts: Parts): Entry | null {
  const [title = '', ...others] = parts.titles.map(line).filter((text) => text !== '');
  const href = safeHref(parts.url);
  const onOrganisation = parts.ofOrganisation === true && others.length > 0;
  const unlinked = (text: string): Line => ({ text, href: null });
  const names = others.map((text, index) => ({ text, href: onOrganisation && index === 0 ? href : null }));
  const facts = (parts.facts ?? []).map(line).filter((text) => text !== '');
  const content = {
    title: { text: title, href: onOrganisation ? null : href },
    facts: [...names, ...facts.map(unlinked)],
    dates: parts.dates,
    lead: line(parts.lead),
    paragraphs: (parts.prose ?? []).flatMap(paragraphs),
    bullets: lines(parts.bullets),
    words: parts.words ?? { label: '', list: [] },
  };
  const { dates, lead, words } = content;
  const texts = [
    title,
    lead,
    ...dates,
    ...content.facts.map((fact) => fact.text),
    ...content.paragraphs,
    ...content.bullets,
  ];
  if ([...texts, ...words.list].join('') === '') return null;
  return { ...content, together: staysTogether([...texts, words.list.join(', ')]) };
}

/** Converts items of each section with entries; null for an empty item. */
export const entryOf = {
  work: (item: SectionItem<'work'>, locale: string) =>
    entry({
      titles: [item.position, item.name],
      url: item.url,
      ofOrganisation: true,
      facts: [item.location],
      dates: periodOf(item, locale),
      lead: item.description,
      prose: [item.summary],
      bullets: item.highlights,
    }),
  volunteer: (item: SectionItem<'volunteer'>, locale: string) =>
    entry({
      titles: [item.position, item.organization],
      url: item.url,
      ofOrganisation: true,
      dates: periodOf(item, locale),
      prose: [item.summary],
      bullets: item.highlights,
    }),
  education: (item: SectionItem<'education'>, locale: string) => {
    const degree = [item.studyType, item.area].map(line).filter((text) => text !== '');
    const { courses } = wordsFor(locale);
    return entry({
      titles: [degree.join(', '), item.institution],
      url: item.url,
      ofOrganisation: true,
      facts: [scoreText(line(item.score), locale)],
      dates: periodOf(item, locale),
      words: { label: courses, list: lines(item.courses) },
    });
  },
  projects: (item: SectionItem<'projects'>, locale: string) =>
    entry({
      titles: [item.name, item.entity],
      url: item.url,
      facts: [lines(item.roles).join(', '), item.type],
      dates: periodOf(item, locale),
      prose: [item.description],
      bullets: item.highlights,
      words: { label: '', list: lines(item.keywords) },
    }),
  awards: (item: SectionItem<'awards'>, locale: string) =>
    entry({ titles: [item.title, item.awarder], dates: dateOf(item.date, locale), prose: [item.summary] }),
  certificates: (item: SectionItem<'certificates'>, locale: string) =>
    entry({ titles: [item.name, item.issuer], url: item.url, dates: dateOf(item.date, locale) }),
  publications: (item: SectionItem<'publications'>, locale: string) =>
    entry({
      titles: [item.name, item.publisher],
      url: item.url,
      dates: dateOf(item.releaseDate, locale),
      prose: [item.summary],
    }),
  custom: (item: CustomItem, locale: string) =>
    entry({
      titles: [item.name],
      url: item.url,
      facts: [item.location],
      dates: line(item.date) === '' ? periodOf(item, locale) : dateOf(item.date, locale),
      prose: [item.description, item.summary],
      bullets: item.highlights,
      words: { label: '', list: lines(item.keywords) },
    }),
};

import type { SectionKey } from '@canar/profile-document';
import { bulletSign } from '../bullets';
import { placeOf } from './contact';
import { findDates } from './dates';
import { educationsOf } from './education';
import { type Entry, entriesOf } from './entries';
import { commonFields, splitTitles, takeFirst } from './item';
import type { TextLine } from './lines';

type Fields = Record<string, unknown>;

const roles =
  /\b(?:engineer|developer|manager|designer|analyst|consultant|lead|director|intern|officer|assistant|architect|scientist|teacher|professor|lecturer|researcher|head|chief|president|founder|specialist|coordinator|administrator|associate|executive|programmer|nurse|editor|writer|trainee|fellow|cto|ceo|owner|volunteer|mentor|entwickler\w*|ingeni\w+)\b/i;
const skill = /^(?:[\p{L}\p{N}+#./ &-]{1,40}, )+[\p{L}\p{N}+#./ &-]{1,40}$/u;

/** Splits the titles of a position: `Engineer at Acme`, `Engineer - Acme` or `Engineer, Acme`. */
function titlesOf(entry: Entry): string[] {
  const titles = splitTitles(entry.titles).flatMap((title) =>
    roles.test(title) ? title.split(/\s+-\s+|\s+at\s+(?=\p{Lu})/u) : [title],
  );
  const others = titles.filter((title) => !roles.test(title) && !(title.includes(',') && placeOf(title)));
  if (others.length > 0) return titles;
  return titles.flatMap((title) =>
    roles.test(title) || titles.length === 1 ? title.split(/,\s+(?![^(]*\))/) : [title],
  );
}

function positionOf(entry: Entry, name: 'name' | 'organization'): Fields {
  const { titleAfterDates: last = '' } = entry;
  const before = last ? titlesOf({ ...entry, titles: entry.titles.filter((title) => title !== last) }) : [];
  const titles = before.length > 1 ? [...before, last] : titlesOf(entry);
  const position = takeFirst(titles, (title) => roles.test(title)) ?? (titles.length > 1 ? titles.shift() : undefined);
  const employer = titles.shift();
  const place = name === 'name' ? takeFirst(titles, (title) => placeOf(title) !== null) : undefined;
  return {
    ...(employer ? { [name]: employer } : {}),
    ...(position ? { position } : {}),
    ...(place ? { location: place } : {}),
    ...commonFields(entry, 'summary', titles),
  };
}

function projectOf(entry: Entry): Fields {
  const [name, ...rest] = splitTitles(entry.titles);
  const keywords = entry.prose.filter((text) => skill.test(text));
  const prose = entry.prose.filter((text) => !skill.test(text));
  return {
    ...(name ? { name } : {}),
    ...commonFields({ ...entry, prose }, 'description', rest),
    ...(keywords.length > 0 ? { keywords: keywords.flatMap(splitList) } : {}),
  };
}

/** The fields under which an award, a certificate or a publication stores its parts. */
interface FieldNames {
  name: string;
  by: string;
  date: string;
  prose: string;
}

function creditOf(entry: Entry, names: FieldNames): Fields {
  const titles = splitTitles(entry.titles);
  const name = titles.shift();
  const by = titles.shift();
  const { date, endDate, startDate } = entry.dates;
  const prose = [...titles, ...entry.prose, ...entry.highlights].join('\n');
  const issued = date ?? endDate ?? startDate;
  return {
    ...(name ? { [names.name]: name } : {}),
    ...(by ? { [names.by]: by } : {}),
    ...(issued ? { [names.date]: issued } : {}),
    ...(entry.url ? { url: entry.url } : {}),
    ...(prose ? { [names.prose]: prose } : {}),
  };
}

/** Joins lines that were wrapped at the edge of their column: a continuation begins with a small letter or follows a comma or dash. */
function unwrapLines(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const mayContinue = before?.full && !bulletSign.test(line.text);
    if (before && mayContinue && (/^\p{Ll}/u.test(line.text) || /[,–—]$/u.test(before.text))) {
      const parts = [...before.parts.slice(0, -1), `${before.parts.at(-1) ?? ''} ${line.text}`];
      joined[joined.length - 1] = { ...line, parts, text: `${before.text} ${line.text}` };
    } else joined.push(line);
  }
  return joined;
}

/** Splits lines at bullets. */
function piecesOf(lines: readonly TextLine[]): string[] {
  return lines
    .flatMap(({ parts }) => parts.flatMap((part) => part.split(/\s*[•●▪■|]\s*/u)))
    .map((piece) => piece.replace(bulletSign, '').trim())
    .filter(Boolean);
}

const splitList = (text: string): string[] =>
  text
    .split(/\s*[,;·]\s*/)
    .map((entry) => entry.trim().replace(/\.$/, ''))
    .filter(Boolean);

/** Parses a group such as `Web: HTML, CSS`, also with its name in a separate column; null when the line is not a group. */
function groupOf({ parts, text }: TextLine): Fields | null {
  const [first = '', ...others] = parts.map((part) => part.replace(bulletSign, ''));
  const columns = parts.length === 2 && !first.includes(',') && (others[0] ?? '').includes(',');
  const [, title = columns ? first : '', list = columns ? others[0] : ''] =
    /^([^:,]{2,60}):\s*(.+)$/u.exec(text.replace(bulletSign, '')) ?? [];
  if (!title || !list) return null;
  const [, name = title, inBrackets] = /^(.+?)\s*\(([^)]+)\)$/.exec(title) ?? [];
  const [, words = list, afterDash] = /^(.*,.*)\s+[–—]\s+(\p{L}[\p{L} ]+)$/u.exec(list) ?? [];
  const level = inBrackets ?? afterDash;
  return { name, ...(level ? { level } : {}), keywords: splitList(words) };
}

function groupsOf(lines: readonly TextLine[]): Fields[] {
  const groups: Fields[] = [];
  for (const line of lines) {
    const group = groupOf(line);
    const last = groups.at(-1);
    if (group) groups.push(group);
    else if (last && Array.isArray(last['keywords']) && line.text.includes(','))
      (last['keywords'] as string[]).push(...splitList(line.text));
    else
      groups.push(
        ...piecesOf([line])
          .flatMap(splitList)
          .map((name) => ({ name })),
      );
  }
  return groups;
}

const fluencies =
  /^(.+?)\s+((?:native|fluent|professional|full professional|limited|elementary|basic|intermediate|advanced|conversational|bilingual|mother tongue|[ABC][12])\b.*)$/i;

function languagesOf(lines: readonly TextLine[]): Fields[] {
  return piecesOf(lines).flatMap((piece) =>
    piece
      .split(/\s*[,;·]\s*(?![^(]*\))/)
      .filter(Boolean)
      .map((entry) => {
        const [, language = entry, fluency = ''] =
          /^(\p{L}[\p{L}\p{M}\s]*?)\s*(?:[:–—-]\s*|\()\s*([^()]+)\)?$/u.exec(entry) ?? fluencies.exec(entry) ?? [];
        return { language, ...(fluency ? { fluency } : {}) };
      }),
  );
}

/** Quotations, each followed by a line with a dash and the person's name. */
function referencesOf(lines: readonly TextLine[]): Fields[] {
  const references: Fields[] = [];
  let quoted: string[] = [];
  for (const { text } of lines) {
    const [, name] = /^[—–-]\s*(.+)$/u.exec(text) ?? [];
    if (name) references.push({ name, ...(quoted.length > 0 ? { reference: quoted.join(' ') } : {}) });
    quoted = name ? [] : [...quoted, text];
  }
  return quoted.length > 0 ? [...references, { reference: quoted.join(' ') }] : references;
}

/** Awards, certificates and publications: one line each, or a dated line with lines below it. */
function creditsOf(lines: readonly TextLine[], names: FieldNames): Fields[] {
  const dated = lines.filter((line) => findDates(line.text)).length;
  const onePerLine = dated === 0 || dated * 1.5 >= lines.length || lines.some((line) => bulletSign.test(line.text));
  if (!onePerLine) return entriesOf(lines).map((entry) => creditOf(entry, names));
  return lines.flatMap((line) => {
    const parts = line.parts.map((part) => part.replace(bulletSign, ''));
    return entriesOf([{ ...line, parts, text: parts.join(' ') }]).map((entry) => creditOf(entry, names));
  });
}

/** Reads the lines below a heading as items of its section. */
export function itemsOf(section: SectionKey, lines: readonly TextLine[]): Fields[] {
  const entries = (): Entry[] => entriesOf(lines);
  const items: Record<SectionKey, () => Fields[]> = {
    work: () => entries().map((entry) => positionOf(entry, 'name')),
    volunteer: () => entries().map((entry) => positionOf(entry, 'organization')),
    education: () => educationsOf(lines),
    projects: () => entries().map(projectOf),
    awards: () => creditsOf(lines, { name: 'title', by: 'awarder', date: 'date', prose: 'summary' }),
    certificates: () => creditsOf(lines, { name: 'name', by: 'issuer', date: 'date', prose: 'summary' }),
    publications: () => creditsOf(lines, { name: 'name', by: 'publisher', date: 'releaseDate', prose: 'summary' }),
    skills: () => groupsOf(unwrapLines(lines)),
    languages: () => languagesOf(unwrapLines(lines)),
    interests: () => groupsOf(unwrapLines(lines)),
    references: () => referencesOf(lines),
  };
  return items[section]().filter((item) => Object.keys(item).length > 0);
}

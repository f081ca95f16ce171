import type { SectionKey } from '@canar/profile-document';
import { bulletSign } from '../bullets';
import { placeOf } from './contact';
import { findDates } from './dates';
import { educationsOf } from './education';
import { type Entry, entriesOf } from './entries';
import { commonOf, split, take } from './item';
import type { TextLine } from './lines';

type Fields = Record<string, unknown>;

const roles =
  /\b(?:engineer|developer|manager|designer|analyst|consultant|lead|director|intern|officer|assistant|architect|scientist|teacher|professor|lecturer|researcher|head|chief|president|founder|specialist|coordinator|administrator|associate|executive|programmer|nurse|editor|writer|trainee|fellow|cto|ceo|owner|volunteer|mentor|entwickler\w*|ingeni\w+)\b/i;
const skill = /^(?:[\p{L}\p{N}+#./ &-]{1,40}, )+[\p{L}\p{N}+#./ &-]{1,40}$/u;

/** The parts of the titles of a position, which may say `Engineer at Acme`, `Engineer - Acme` or `Engineer, Acme`. */
function titlesOf(entry: Entry): string[] {
  const titles = split(entry.titles).flatMap((title) =>
    roles.test(title) ? title.split(/\s+-\s+|\s+at\s+(?=\p{Lu})/u) : [title],
  );
  const others = titles.filter((title) => !roles.test(title) && !(title.includes(',') && placeOf(title)));
  if (others.length > 0) return titles;
  return titles.flatMap((title) =>
    roles.test(title) || titles.length === 1 ? title.split(/,\s+(?![^(]*\))/) : [title],
  );
}

function positionOf(entry: Entry, name: 'name' | 'organization'): Fields {
  const { behind = '' } = entry;
  const before = behind ? titlesOf({ ...entry, titles: entry.titles.filter((title) => title !== behind) }) : [];
  const titles = before.length > 1 ? [...before, behind] : titlesOf(entry);
  const position = take(titles, (title) => roles.test(title)) ?? (titles.length > 1 ? titles.shift() : undefined);
  const employer = titles.shift();
  const place = name === 'name' ? take(titles, (title) => placeOf(title) !== null) : undefined;
  return {
    ...(employer ? { [name]: employer } : {}),
    ...(position ? { position } : {}),
    ...(place ? { location: place } : {}),
    ...commonOf(entry, 'summary', titles),
  };
}

function projectOf(entry: Entry): Fields {
  const [name, ...rest] = split(entry.titles);
  const keywords = entry.prose.filter((text) => skill.test(text));
  const prose = entry.prose.filter((text) => !skill.test(text));
  return {
    ...(name ? { name } : {}),
    ...commonOf({ ...entry, prose }, 'description', rest),
    ...(keywords.length > 0 ? { keywords: keywords.flatMap(listed) } : {}),
  };
}

function named(entry: Entry, names: { name: string; by?: string; date: string; prose: string }): Fields {
  const titles = split(entry.titles);
  const [name, by] = [titles.shift(), names.by && titles.length > 0 ? titles.shift() : undefined];
  const { date, endDate, startDate } = entry.dates;
  const prose = [...titles, ...entry.prose, ...entry.highlights].join('\n');
  const when = date ?? endDate ?? startDate;
  return {
    ...(name ? { [names.name]: name } : {}),
    ...(by && names.by ? { [names.by]: by } : {}),
    ...(when ? { [names.date]: when } : {}),
    ...(entry.url ? { url: entry.url } : {}),
    ...(prose ? { [names.prose]: prose } : {}),
  };
}

/** Lines that were broken at the edge of their column, whole again: what goes on begins small, or stands behind a comma or a dash. */
function unbroken(lines: readonly TextLine[]): TextLine[] {
  const whole: TextLine[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    const goesOn = before?.full && !bulletSign.test(line.text);
    if (before && goesOn && (/^\p{Ll}/u.test(line.text) || /[,–—]$/u.test(before.text))) {
      const parts = [...before.parts.slice(0, -1), `${before.parts.at(-1) ?? ''} ${line.text}`];
      whole[whole.length - 1] = { ...line, parts, text: `${before.text} ${line.text}` };
    } else whole.push(line);
  }
  return whole;
}

/** The pieces of a list in running text, without bullets. */
function piecesOf(lines: readonly TextLine[]): string[] {
  return lines
    .flatMap(({ parts }) => parts.flatMap((part) => part.split(/\s*[•●▪■|]\s*/u)))
    .map((piece) => piece.replace(bulletSign, '').trim())
    .filter(Boolean);
}

const listed = (text: string): string[] =>
  text
    .split(/\s*[,;·]\s*/)
    .map((entry) => entry.trim().replace(/\.$/, ''))
    .filter(Boolean);

/** A group such as `Web: HTML, CSS`, also with its name in a column of its own; null when a line is no group. */
function groupOf({ parts, text }: TextLine): Fields | null {
  const [first = '', ...others] = parts.map((part) => part.replace(bulletSign, ''));
  const columns = parts.length === 2 && !first.includes(',') && (others[0] ?? '').includes(',');
  const [, named = columns ? first : '', list = columns ? others[0] : ''] =
    /^([^:,]{2,60}):\s*(.+)$/u.exec(text.replace(bulletSign, '')) ?? [];
  if (!named || !list) return null;
  const [, name = named, inBrackets] = /^(.+?)\s*\(([^)]+)\)$/.exec(named) ?? [];
  const [, words = list, behind] = /^(.*,.*)\s+[–—]\s+(\p{L}[\p{L} ]+)$/u.exec(list) ?? [];
  const level = inBrackets ?? behind;
  return { name, ...(level ? { level } : {}), keywords: listed(words) };
}

function groupsOf(lines: readonly TextLine[]): Fields[] {
  const groups: Fields[] = [];
  for (const line of lines) {
    const group = groupOf(line);
    const last = groups.at(-1);
    if (group) groups.push(group);
    else if (last && Array.isArray(last['keywords']) && line.text.includes(','))
      (last['keywords'] as string[]).push(...listed(line.text));
    else
      groups.push(
        ...piecesOf([line])
          .flatMap(listed)
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

/** What people said; a line that begins with a dash names who. */
function referencesOf(lines: readonly TextLine[]): Fields[] {
  const references: Fields[] = [];
  let said: string[] = [];
  for (const { text } of lines) {
    const [, name] = /^[—–-]\s*(.+)$/u.exec(text) ?? [];
    if (name) references.push({ name, ...(said.length > 0 ? { reference: said.join(' ') } : {}) });
    said = name ? [] : [...said, text];
  }
  return said.length > 0 ? [...references, { reference: said.join(' ') }] : references;
}

/** Items of one line each, or with lines under a dated one. */
function honoursOf(lines: readonly TextLine[], names: Parameters<typeof named>[1]): Fields[] {
  const dated = lines.filter((line) => findDates(line.text)).length;
  const ofLines = dated === 0 || dated * 1.5 >= lines.length || lines.some((line) => bulletSign.test(line.text));
  if (!ofLines) return entriesOf(lines).map((entry) => named(entry, names));
  return lines.flatMap((line) => {
    const parts = line.parts.map((part) => part.replace(bulletSign, ''));
    return entriesOf([{ ...line, parts, text: parts.join(' ') }]).map((entry) => named(entry, names));
  });
}

/** The items that the lines under a heading make. */
export function itemsOf(section: SectionKey, lines: readonly TextLine[]): Fields[] {
  const entries = (): Entry[] => entriesOf(lines);
  const items: Record<SectionKey, () => Fields[]> = {
    work: () => entries().map((entry) => positionOf(entry, 'name')),
    volunteer: () => entries().map((entry) => positionOf(entry, 'organization')),
    education: () => educationsOf(lines),
    projects: () => entries().map(projectOf),
    awards: () => honoursOf(lines, { name: 'title', by: 'awarder', date: 'date', prose: 'summary' }),
    certificates: () => honoursOf(lines, { name: 'name', by: 'issuer', date: 'date', prose: 'summary' }),
    publications: () => honoursOf(lines, { name: 'name', by: 'publisher', date: 'releaseDate', prose: 'summary' }),
    skills: () => groupsOf(unbroken(lines)),
    languages: () => languagesOf(unbroken(lines)),
    interests: () => groupsOf(unbroken(lines)),
    references: () => referencesOf(lines),
  };
  return items[section]().filter((item) => Object.keys(item).length > 0);
}

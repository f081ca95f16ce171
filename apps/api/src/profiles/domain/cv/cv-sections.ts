import type { SectionKey } from '@canar/profile-document';
import { bulletSign } from './bullets';
import { placeOf } from './cv-contact';
import { type CvEntry, entriesOf } from './cv-entries';
import type { CvLine } from './cv-lines';

type Fields = Record<string, unknown>;

const roles =
  /\b(?:engineer|developer|manager|designer|analyst|consultant|lead|director|intern|officer|assistant|architect|scientist|teacher|professor|lecturer|researcher|head|chief|president|founder|specialist|coordinator|administrator|associate|executive|programmer|nurse|editor|writer|trainee|fellow|cto|ceo|owner|volunteer|mentor|entwickler\w*|ingeni\w+)\b/i;
const schools =
  /\b(?:university|college|institute|school|academy|iit|nit|iiit|universität|université|universidad|hochschule|polytechnic)\b/i;

const split = (titles: readonly string[]): string[] =>
  titles
    .flatMap((title) => title.split(/\s+[|·•–—]\s+|\s+-\s+|\s+@\s+|\s+at\s+(?=\p{Lu})/u))
    .map((title) => title.trim())
    .filter(Boolean);

/** Splits a title at its commas, except inside brackets, when it is the only one. */
function titlesOf(entry: CvEntry): string[] {
  const titles = split(entry.titles);
  return titles.length === 1 ? (titles[0] ?? '').split(/,\s+(?![^(]*\))/) : titles;
}

function take(titles: string[], wanted: (title: string) => boolean): string | undefined {
  const index = titles.findIndex(wanted);
  return index < 0 ? undefined : titles.splice(index, 1)[0];
}

function common(entry: CvEntry, prose: string, rest: readonly string[]): Fields {
  const text = [...rest, entry.prose].filter(Boolean).join('\n');
  return {
    ...(entry.dates.startDate ? { startDate: entry.dates.startDate } : {}),
    ...((entry.dates.endDate ?? entry.dates.date) ? { endDate: entry.dates.endDate ?? entry.dates.date } : {}),
    ...(entry.url ? { url: entry.url } : {}),
    ...(text ? { [prose]: text } : {}),
    ...(entry.highlights.length > 0 ? { highlights: entry.highlights } : {}),
  };
}

function positionOf(entry: CvEntry, name: 'name' | 'organization'): Fields {
  const titles = titlesOf(entry);
  const position = take(titles, (title) => roles.test(title)) ?? (titles.length > 1 ? titles.shift() : undefined);
  const employer = titles.shift();
  const place = name === 'name' ? take(titles, (title) => placeOf(title) !== null) : undefined;
  return {
    ...(employer ? { [name]: employer } : {}),
    ...(position ? { position } : {}),
    ...(place ? { location: place } : {}),
    ...common(entry, 'summary', titles),
  };
}

function educationOf(entry: CvEntry): Fields {
  const titles = titlesOf(entry);
  const institution = take(titles, (title) => schools.test(title)) ?? (titles.length > 1 ? titles.pop() : undefined);
  const [degree = '', ...rest] = titles;
  const [, studyType = degree, area = ''] = /^(.+?)\s+(?:in|of)\s+(.+)$/i.exec(degree) ?? [];
  const whole = /^(?:bachelor|master|doctor|diploma|certificate)s?$/i.test(studyType)
    ? [degree, '']
    : [studyType, area];
  const { summary, highlights, ...fields } = common(entry, 'summary', rest) as {
    summary?: string;
    highlights?: string[];
  } & Fields;
  const courses = [...(summary ? summary.split('\n') : []), ...(highlights ?? [])];
  return {
    ...(institution ? { institution } : {}),
    ...(whole[0] ? { studyType: whole[0] } : {}),
    ...(whole[1] ? { area: whole[1] } : {}),
    ...fields,
    ...(courses.length > 0 ? { courses } : {}),
  };
}

function named(entry: CvEntry, names: { name: string; by?: string; date: string; prose: string }): Fields {
  const titles = split(entry.titles);
  const [name, by] = [titles.shift(), names.by && titles.length > 0 ? titles.shift() : undefined];
  const { date, endDate, startDate } = entry.dates;
  const prose = [...titles, entry.prose, ...entry.highlights].filter(Boolean).join('\n');
  const when = date ?? endDate ?? startDate;
  return {
    ...(name ? { [names.name]: name } : {}),
    ...(by && names.by ? { [names.by]: by } : {}),
    ...(when ? { [names.date]: when } : {}),
    ...(entry.url ? { url: entry.url } : {}),
    ...(prose ? { [names.prose]: prose } : {}),
  };
}

/** The pieces of a list in running text, without bullets. */
function piecesOf(lines: readonly CvLine[]): string[] {
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

function skillsOf(lines: readonly CvLine[]): Fields[] {
  const skills: Fields[] = [];
  for (const piece of piecesOf(lines)) {
    const [, name, rest] = /^([^:,]{2,60}):\s*(.+)$/u.exec(piece) ?? [];
    const last = skills.at(-1);
    if (name && rest) skills.push({ name, keywords: listed(rest) });
    else if (last && Array.isArray(last['keywords']) && piece.includes(','))
      (last['keywords'] as string[]).push(...listed(piece));
    else skills.push(...listed(piece).map((skill) => ({ name: skill })));
  }
  return skills;
}

function languagesOf(lines: readonly CvLine[]): Fields[] {
  return piecesOf(lines).flatMap((piece) =>
    piece
      .split(/\s*[,;]\s*(?![^(]*\))/)
      .filter(Boolean)
      .map((entry) => {
        const [, language = entry, fluency = ''] =
          /^(\p{L}[\p{L}\s]*?)\s*(?:[:–—-]\s*|\()\s*([^()]+)\)?$/u.exec(entry) ?? [];
        return { language, ...(fluency ? { fluency } : {}) };
      }),
  );
}

function referencesOf(lines: readonly CvLine[]): Fields[] {
  const text = lines.map((line) => line.text).join('\n');
  return text.trim() ? [{ reference: text }] : [];
}

/** The items that the lines under a heading make. */
export function itemsOf(section: SectionKey, lines: readonly CvLine[]): Fields[] {
  const entries = (): CvEntry[] => entriesOf(lines);
  const items: Record<SectionKey, () => Fields[]> = {
    work: () => entries().map((entry) => positionOf(entry, 'name')),
    volunteer: () => entries().map((entry) => positionOf(entry, 'organization')),
    education: () => entries().map(educationOf),
    projects: () =>
      entries().map((entry) => {
        const [name, ...rest] = split(entry.titles);
        return { ...(name ? { name } : {}), ...common(entry, 'description', rest) };
      }),
    awards: () =>
      lines.flatMap((line) => single(line, { name: 'title', by: 'awarder', date: 'date', prose: 'summary' })),
    certificates: () =>
      lines.flatMap((line) => single(line, { name: 'name', by: 'issuer', date: 'date', prose: 'summary' })),
    publications: () =>
      lines.flatMap((line) => single(line, { name: 'name', by: 'publisher', date: 'releaseDate', prose: 'summary' })),
    skills: () => skillsOf(lines),
    languages: () => languagesOf(lines),
    interests: () =>
      piecesOf(lines)
        .flatMap(listed)
        .map((name) => ({ name })),
    references: () => referencesOf(lines),
  };
  return items[section]().filter((item) => Object.keys(item).length > 0);
}

/** One item out of one line. */
function single(line: CvLine, names: Parameters<typeof named>[1]): Fields[] {
  const parts = line.parts.map((part) => part.replace(bulletSign, ''));
  return entriesOf([{ ...line, parts, text: parts.join(' ') }]).map((entry) => named(entry, names));
}

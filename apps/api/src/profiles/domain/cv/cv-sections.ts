import type { SectionKey } from '@canar/profile-document';
import { bulletSign } from './bullets';
import { placeOf } from './cv-contact';
import { findDates } from './cv-dates';
import { type CvEntry, entriesOf } from './cv-entries';
import type { CvLine } from './cv-lines';

type Fields = Record<string, unknown>;

const roles =
  /\b(?:engineer|developer|manager|designer|analyst|consultant|lead|director|intern|officer|assistant|architect|scientist|teacher|professor|lecturer|researcher|head|chief|president|founder|specialist|coordinator|administrator|associate|executive|programmer|nurse|editor|writer|trainee|fellow|cto|ceo|owner|volunteer|mentor|entwickler\w*|ingeni\w+)\b/i;
const schools =
  /\b(?:university|college|institute|school|academy|iit|nit|iiit|universität|université|universidad|hochschule|polytechnic)\b/i;

const degrees =
  /\b(?:bachelor|master|doctor|ph\.?\s?d|b\.?\s?(?:a|sc|tech|e|com)|m\.?\s?(?:a|sc|tech|ba|s)|mba|diploma|degree|abitur|licence)\b/i;
const skill = /^(?:[\p{L}\p{N}+#./ &-]{1,40}, )+[\p{L}\p{N}+#./ &-]{1,40}$/u;

/** The parts of titles that stand between signs. */
function split(titles: readonly string[]): string[] {
  return titles
    .flatMap((title) => title.split(/\s+[|·•–—@]\s+/u))
    .map((title) => title.trim())
    .filter(Boolean);
}

/** The parts of the titles of a position, which may say `Engineer at Acme`, `Engineer - Acme` or `Engineer, Acme`. */
function titlesOf(entry: CvEntry): string[] {
  const titles = split(entry.titles).flatMap((title) =>
    roles.test(title) ? title.split(/\s+-\s+|\s+at\s+(?=\p{Lu})/u) : [title],
  );
  const others = titles.filter((title) => !roles.test(title) && !(title.includes(',') && placeOf(title)));
  if (others.length > 0) return titles;
  return titles.flatMap((title) =>
    roles.test(title) || titles.length === 1 ? title.split(/,\s+(?![^(]*\))/) : [title],
  );
}

function take(titles: string[], wanted: (title: string) => boolean): string | undefined {
  const index = titles.findIndex(wanted);
  return index < 0 ? undefined : titles.splice(index, 1)[0];
}

function common(entry: CvEntry, prose: string, rest: readonly string[]): Fields {
  const text = [...rest, ...entry.prose].join('\n');
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

/** `Bachelor of Science in Physics` and `Bachelor, Physics` are a degree and its field. */
function degreeOf(title: string): { studyType: string; area?: string } {
  const [, studyType, area] = /^(.+?),\s+(.+)$/.exec(title) ?? /^(.+?)\s+in\s+(.+)$/i.exec(title) ?? [];
  return studyType && area ? { studyType, area } : { studyType: title };
}

function educationOf(entry: CvEntry): Fields {
  const titles = split(entry.titles);
  const institution =
    take(titles, (title) => schools.test(title)) ??
    (titles.length > 1 ? take(titles, (title) => !degrees.test(title)) : undefined);
  const degree = take(titles, (title) => degrees.test(title)) ?? titles.shift();
  const said = [...titles, ...entry.prose, ...entry.highlights];
  const score = take(said, (text) => /^(?:score|c?gpa|grade|marks|percentage)\b[:\s]/i.test(text));
  const courses = said.flatMap((text) => {
    const [, list] = /^(?:relevant )?(?:courses|coursework)\b:?\s+(.*)$/i.exec(text) ?? [];
    return list ? list.split(/,\s+/) : [text];
  });
  const { summary: _told, highlights: _listed, ...fields } = common(entry, 'summary', []);
  return {
    ...(institution ? { institution } : {}),
    ...(degree ? degreeOf(degree) : {}),
    ...fields,
    ...(score ? { score: score.replace(/^\w+[:\s]+/, '') } : {}),
    ...(courses.length > 0 ? { courses } : {}),
  };
}

function projectOf(entry: CvEntry): Fields {
  const [name, ...rest] = split(entry.titles);
  const keywords = entry.prose.filter((text) => skill.test(text));
  const prose = entry.prose.filter((text) => !skill.test(text));
  return {
    ...(name ? { name } : {}),
    ...common({ ...entry, prose }, 'description', rest),
    ...(keywords.length > 0 ? { keywords: keywords.flatMap(listed) } : {}),
  };
}

function named(entry: CvEntry, names: { name: string; by?: string; date: string; prose: string }): Fields {
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
function unbroken(lines: readonly CvLine[]): CvLine[] {
  const whole: CvLine[] = [];
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

/** A group such as `Web: HTML, CSS`, also with its name in a column of its own; null when a line is no group. */
function groupOf({ parts, text }: CvLine): Fields | null {
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

function groupsOf(lines: readonly CvLine[]): Fields[] {
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

function languagesOf(lines: readonly CvLine[]): Fields[] {
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
function referencesOf(lines: readonly CvLine[]): Fields[] {
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
function honoursOf(lines: readonly CvLine[], names: Parameters<typeof named>[1]): Fields[] {
  const dated = lines.filter((line) => findDates(line.text)).length;
  const ofLines = dated === 0 || dated * 1.5 >= lines.length || lines.some((line) => bulletSign.test(line.text));
  if (!ofLines) return entriesOf(lines).map((entry) => named(entry, names));
  return lines.flatMap((line) => {
    const parts = line.parts.map((part) => part.replace(bulletSign, ''));
    return entriesOf([{ ...line, parts, text: parts.join(' ') }]).map((entry) => named(entry, names));
  });
}

/** The items that the lines under a heading make. */
export function itemsOf(section: SectionKey, lines: readonly CvLine[]): Fields[] {
  const entries = (): CvEntry[] => entriesOf(lines);
  const items: Record<SectionKey, () => Fields[]> = {
    work: () => entries().map((entry) => positionOf(entry, 'name')),
    volunteer: () => entries().map((entry) => positionOf(entry, 'organization')),
    education: () => entries().map(educationOf),
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

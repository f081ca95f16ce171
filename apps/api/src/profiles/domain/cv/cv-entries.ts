import { bulletSign, bulletsIn } from './bullets';
import { findDates, findPeriod, type FoundDates } from './cv-dates';
import type { CvLine } from './cv-lines';

/** An item of a dated section, before anybody says which title is what. */
export interface CvEntry {
  /** what stands at its head, apart from dates and links, in order */
  titles: string[];
  dates: Omit<FoundDates, 'rest'>;
  url?: string;
  /** what stands under the head, a line for each paragraph */
  prose: string[];
  highlights: string[];
}

const short = 90;
const url = /\bhttps?:\/\/\S+/i;

/** Whether a line can stand at the head of an item: short, no bullet, no sentence. */
function isTitle(line: CvLine): boolean {
  return (
    line.text.length <= short && !bulletSign.test(line.text) && !/[.;]$/.test(line.text) && !/^\p{Ll}/u.test(line.text)
  );
}

/** Whether a line behind the first can still be of the head: a short one, or one of several parts, but no sentence that goes on below. */
function followsTitle(line: CvLine, next: CvLine | undefined): boolean {
  if (next && !/\s[·|]\s/.test(line.text) && /^\p{Ll}/u.test(next.text)) return false;
  const parted = /\s[·|]\s/.test(line.text) && line.text.length < 140 && !bulletSign.test(line.text);
  return parted || (isTitle(line) && line.text.length < 70);
}

/** The places of the lines with which items begin. */
function starts(lines: readonly CvLine[]): number[] {
  const periods = lines.flatMap((line, index) =>
    !bulletSign.test(line.text) && findPeriod(line.text) && line.text.length < 140 ? [index] : [],
  );
  const dated =
    periods.length > 0
      ? periods
      : lines.flatMap((line, index) => (isTitle(line) && findDates(line.text) ? [index] : []));
  const first = dated[0];
  if (first === undefined) return [];
  const before = first <= 2 && lines.slice(0, first).every(isTitle) ? first : 0;
  return dated.map((place, index) => {
    const floor = index === 0 ? 0 : (dated[index - 1] ?? 0) + 1;
    let start = place;
    while (start > Math.max(floor, place - before) && isTitle(lines[start - 1] as CvLine)) start -= 1;
    return start;
  });
}

function entryOf(lines: readonly CvLine[]): CvEntry {
  const period = lines.findIndex((line) => findPeriod(line.text));
  const dated = period >= 0 ? period : lines.findIndex((line) => findDates(line.text));
  const anchor = Math.max(0, dated);
  let head = anchor + 1;
  while (head < Math.min(lines.length, anchor + 3) && followsTitle(lines[head] as CvLine, lines[head + 1])) head += 1;
  const entry: CvEntry = { titles: [], dates: {}, prose: [], highlights: [] };
  for (const line of lines.slice(0, head)) readHead(entry, line);
  const { prose, highlights = [] } = bulletsIn(joined(lines.slice(head)), 'prose') as {
    prose?: string;
    highlights?: string[];
  };
  return { ...entry, prose: prose ? prose.split('\n') : [], highlights };
}

function readHead(entry: CvEntry, line: CvLine): void {
  for (const part of line.parts) {
    const dated = Object.keys(entry.dates).length === 0;
    const found = dated ? (findPeriod(line.text) ? findPeriod(part) : findDates(part)) : null;
    if (found) {
      const { rest: _rest, ...dates } = found;
      entry.dates = dates;
    }
    const text = found ? found.rest : part;
    const [link] = url.exec(text) ?? [];
    if (link && !entry.url) entry.url = link;
    const title = (link && entry.url === link ? text.replace(link, '') : text).trim();
    if (title !== '') entry.titles.push(title);
  }
}

/** Whether a line goes on with the one before: set in behind a bullet, beginning with a small letter, or under a full line of prose. */
function goesOn(line: CvLine, before: CvLine, bullet: CvLine | undefined): boolean {
  if (bulletSign.test(line.text)) return false;
  if (/^\p{Ll}/u.test(line.text)) return true;
  if (bullet !== undefined) return line.x > bullet.x + 2 && Math.abs(line.size - before.size) < 0.3;
  return before.full && !/[.!?:]$/.test(before.text);
}

/** A word that was parted at its hyphen; the hyphen stays where the word has others (`boring-but-` `critical`). */
function rejoined(before: string, after: string): string {
  return (/-\p{L}+-$/u.test(before) ? before : before.slice(0, -1)) + after;
}

/** Lines as text; a word that was broken at the end of a line is one again. */
function joined(lines: readonly CvLine[]): string {
  const texts: string[] = [];
  let bullet: CvLine | undefined;
  lines.forEach((line, index) => {
    const [text, before, previous] = [line.text, texts.at(-1), lines[index - 1]];
    if (before === undefined || !previous || !goesOn(line, previous, bullet)) texts.push(text);
    else if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(text)) texts[texts.length - 1] = rejoined(before, text);
    else texts[texts.length - 1] = `${before} ${text}`;
    if (bulletSign.test(text)) bullet = line;
  });
  return texts.join('\n');
}

/** The items of a section: each begins where a period stands, or a date. Without any date, each unindented short line begins one. */
export function entriesOf(lines: readonly CvLine[]): CvEntry[] {
  const places = starts(lines);
  if (places.length > 0) {
    const bounds = places[0] === 0 ? places : [0, ...places];
    return bounds.map((start, index) => entryOf(lines.slice(start, bounds[index + 1])));
  }
  const groups: CvLine[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const begins = isTitle(line) && (!before || !isTitle(before) || !lines.some((other) => !isTitle(other)));
    if (begins || groups.length === 0) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  return groups.map(entryOf);
}

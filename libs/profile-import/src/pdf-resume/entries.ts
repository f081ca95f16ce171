import { bulletSign, bulletsIn } from '../bullets';
import { findDates, findPeriod, type FoundDates } from './dates';
import type { TextLine } from './lines';

/** An item of a dated section, before anybody says which title is what. */
export interface Entry {
  /** what stands at its head, apart from dates and links, in order */
  titles: string[];
  dates: Omit<FoundDates, 'rest'>;
  url?: string;
  /** the title behind the dates on a line that begins with them: most often a place */
  behind?: string;
  /** what stands under the head, a line for each paragraph */
  prose: string[];
  highlights: string[];
}

const short = 90;
const url = /\bhttps?:\/\/\S+/i;

const startsWithDate = /^\W*(?:[\p{L}\p{M}]{2,10}\.?\s+)?(?:\d{1,2}[/.])?(?:19|20)\d{2}\b/u;

/** Whether a line can stand at the head of an item: short, no bullet, no sentence. */
function isTitle(line: TextLine): boolean {
  return (
    line.text.length <= short && !bulletSign.test(line.text) && !/[.;]$/.test(line.text) && !/^\p{Ll}/u.test(line.text)
  );
}

/** Whether a line behind the first can still be of the head: a short one, or one of several parts, but no sentence that goes on below. */
function followsTitle(line: TextLine, next: TextLine | undefined): boolean {
  if (next && !/\s[·|]\s/.test(line.text) && /^\p{Ll}/u.test(next.text)) return false;
  const parted = /\s[·|]\s/.test(line.text) && line.text.length < 140 && !bulletSign.test(line.text);
  return parted || (isTitle(line) && line.text.length < 70);
}

/** Whether a line stands further in than the head of its item, which is no date in a column of its own: an entry of a list. */
function isSetIn(line: TextLine, head: TextLine): boolean {
  return line.x > head.x + 8 && line.x < head.x + 60 && line.parts.length === 1 && !/^\W*\d/.test(head.text);
}

/** The places of the lines with which items begin. */
function starts(lines: readonly TextLine[]): number[] {
  const periods = lines.flatMap((line, index) =>
    !bulletSign.test(line.text) && findPeriod(line.text) && line.text.length < 140 ? [index] : [],
  );
  const dated =
    periods.length > 0
      ? periods
      : lines.flatMap((line, index) => (isTitle(line) && findDates(line.text) ? [index] : []));
  const first = dated[0];
  if (first === undefined) return [];
  const before = first <= 3 && lines.slice(0, first).every(isTitle) ? first : 0;
  return dated.map((place, index) => {
    const floor = index === 0 ? 0 : (dated[index - 1] ?? 0) + 1;
    let start = place;
    const isOfHead = (line: TextLine) => isTitle(line) && !isSetIn(line, lines[place] as TextLine);
    while (start > Math.max(floor, place - before) && isOfHead(lines[start - 1] as TextLine)) start -= 1;
    return start;
  });
}

function entryOf(lines: readonly TextLine[]): Entry {
  const period = lines.findIndex((line) => findPeriod(line.text));
  const dated = period >= 0 ? period : lines.findIndex((line) => findDates(line.text));
  const anchor = Math.max(0, dated);
  let head = anchor + 1;
  const first = lines[0] as TextLine;
  const isOfHead = (line: TextLine, next?: TextLine) => !isSetIn(line, first) && followsTitle(line, next);
  while (head < Math.min(lines.length, anchor + 3) && isOfHead(lines[head] as TextLine, lines[head + 1])) head += 1;
  const entry: Entry = { titles: [], dates: {}, prose: [], highlights: [] };
  for (const line of lines.slice(0, head)) readHead(entry, line);
  const { prose, highlights = [] } = bulletsIn(joined(withBullets(lines.slice(head), first)), 'prose') as {
    prose?: string;
    highlights?: string[];
  };
  return { ...entry, prose: prose ? prose.split('\n') : [], highlights };
}

const unfinished = /(?:,|&|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|across))$/i;

/**
 * Lines with a sign before each that begins a set-in entry: browsers draw their bullets and leave none in the text. What begins small,
 * or follows a line that cannot end there, goes on with the entry before.
 */
function withBullets(lines: readonly TextLine[], head: TextLine): readonly TextLine[] {
  if (lines.some(({ text }) => bulletSign.test(text))) return lines;
  const entries: TextLine[] = [];
  for (const line of lines) {
    const [before, inside] = [entries.at(-1), isSetIn(line, head)];
    const goesOn = inside && before?.full && (/^[\p{Ll}(]/u.test(line.text) || unfinished.test(before.text));
    if (!goesOn) entries.push(inside ? { ...line, text: `• ${line.text}` } : line);
    else entries.splice(-1, 1, { ...line, text: `${before.text} ${line.text}` });
  }
  return entries;
}

function readHead(entry: Entry, line: TextLine): void {
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
    if (title === '') continue;
    if (found && entry.titles.length > 0 && startsWithDate.test(line.text)) entry.behind = title;
    entry.titles.push(title);
  }
}

/** Whether a line goes on with the one before: set in behind a bullet, beginning with a small letter, or under a full line of prose. */
function goesOn(line: TextLine, before: TextLine, bullet: TextLine | undefined): boolean {
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
function joined(lines: readonly TextLine[]): string {
  const texts: string[] = [];
  let bullet: TextLine | undefined;
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
export function entriesOf(lines: readonly TextLine[]): Entry[] {
  const places = starts(lines);
  if (places.length > 0) {
    const bounds = places[0] === 0 ? places : [0, ...places];
    return bounds.map((start, index) => entryOf(lines.slice(start, bounds[index + 1])));
  }
  const groups: TextLine[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const begins = isTitle(line) && (!before || !isTitle(before) || !lines.some((other) => !isTitle(other)));
    if (begins || groups.length === 0) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  return groups.map(entryOf);
}

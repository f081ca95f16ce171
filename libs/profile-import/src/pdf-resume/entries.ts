import { bulletSign, bulletsIn } from '../bullets';
import { findDates, findPeriod, type DatesInText } from './dates';
import type { TextLine } from './lines';

/** One item of a section, before its titles are assigned to fields. */
export interface Entry {
  /** the texts at its head, without dates and links, in order */
  titles: string[];
  dates: Omit<DatesInText, 'rest'>;
  url?: string;
  /** the title after the dates on a line that begins with them: usually a place */
  titleAfterDates?: string;
  /** the paragraphs below the head */
  prose: string[];
  highlights: string[];
}

const maxTitleLength = 90;
const url = /\bhttps?:\/\/\S+/i;

const startsWithDate = /^\W*(?:[\p{L}\p{M}]{2,10}\.?\s+)?(?:\d{1,2}[/.])?(?:19|20)\d{2}\b/u;

/** Whether a line can belong to the head of an item: short, without a bullet, not a sentence. */
function isTitle(line: TextLine): boolean {
  return (
    line.text.length <= maxTitleLength &&
    !bulletSign.test(line.text) &&
    !/[.;]$/.test(line.text) &&
    !/^\p{Ll}/u.test(line.text)
  );
}

/** Whether a later line still belongs to the head: short or of several parts, and not a sentence that continues below. */
function followsTitle(line: TextLine, next: TextLine | undefined): boolean {
  if (next && !/\s[·|]\s/.test(line.text) && /^\p{Ll}/u.test(next.text)) return false;
  const parted = /\s[·|]\s/.test(line.text) && line.text.length < 140 && !bulletSign.test(line.text);
  return parted || (isTitle(line) && line.text.length < 70);
}

/** Whether a line is indented below the head of its item, as a list item is; the head is not a date in its own column. */
function isIndented(line: TextLine, head: TextLine): boolean {
  return line.x > head.x + 8 && line.x < head.x + 60 && line.parts.length === 1 && !/^\W*\d/.test(head.text);
}

/** The indexes of the lines with which items begin. */
function startIndexes(lines: readonly TextLine[]): number[] {
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
    const belongsToHead = (line: TextLine) => isTitle(line) && !isIndented(line, lines[place] as TextLine);
    while (start > Math.max(floor, place - before) && belongsToHead(lines[start - 1] as TextLine)) start -= 1;
    return start;
  });
}

function entryOf(lines: readonly TextLine[]): Entry {
  const period = lines.findIndex((line) => findPeriod(line.text));
  const dated = period >= 0 ? period : lines.findIndex((line) => findDates(line.text));
  const anchor = Math.max(0, dated);
  let head = anchor + 1;
  const first = lines[0] as TextLine;
  const belongsToHead = (line: TextLine, next?: TextLine) => !isIndented(line, first) && followsTitle(line, next);
  while (head < Math.min(lines.length, anchor + 3) && belongsToHead(lines[head] as TextLine, lines[head + 1]))
    head += 1;
  const entry: Entry = { titles: [], dates: {}, prose: [], highlights: [] };
  for (const line of lines.slice(0, head)) readHead(entry, line);
  const { prose, highlights = [] } = bulletsIn(joinLines(withBullets(lines.slice(head), first)), 'prose') as {
    prose?: string;
    highlights?: string[];
  };
  return { ...entry, prose: prose ? prose.split('\n') : [], highlights };
}

const unfinished = /(?:,|&|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|across))$/i;

/**
 * Marks each indented list item with a bullet: browsers draw bullets as shapes and leave none in the text. A line that begins with a
 * small letter, or follows a line that cannot end there, continues the item above.
 */
function withBullets(lines: readonly TextLine[], head: TextLine): readonly TextLine[] {
  if (lines.some(({ text }) => bulletSign.test(text))) return lines;
  const entries: TextLine[] = [];
  for (const line of lines) {
    const before = entries.at(-1);
    const inside = isIndented(line, head);
    const continuesItem = inside && before?.full && (/^[\p{Ll}(]/u.test(line.text) || unfinished.test(before.text));
    if (!continuesItem) entries.push(inside ? { ...line, text: `• ${line.text}` } : line);
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
    if (found && entry.titles.length > 0 && startsWithDate.test(line.text)) entry.titleAfterDates = title;
    entry.titles.push(title);
  }
}

/** Whether a line continues the one above: indented below a bullet, beginning with a small letter, or below a full line of prose. */
function continuesLine(line: TextLine, before: TextLine, bullet: TextLine | undefined): boolean {
  if (bulletSign.test(line.text)) return false;
  if (/^\p{Ll}/u.test(line.text)) return true;
  if (bullet !== undefined) return line.x > bullet.x + 2 && Math.abs(line.size - before.size) < 0.3;
  return before.full && !/[.!?:]$/.test(before.text);
}

/** Joins a hyphenated word; the hyphen remains where the word has others (`boring-but-` `critical`). */
function joinHyphenated(before: string, after: string): string {
  return (/-\p{L}+-$/u.test(before) ? before : before.slice(0, -1)) + after;
}

/** Joins continued lines and hyphenated words; one line of text for each paragraph or bullet. */
function joinLines(lines: readonly TextLine[]): string {
  const texts: string[] = [];
  let bullet: TextLine | undefined;
  lines.forEach((line, index) => {
    const [text, before, previous] = [line.text, texts.at(-1), lines[index - 1]];
    if (before === undefined || !previous || !continuesLine(line, previous, bullet)) texts.push(text);
    else if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(text)) texts[texts.length - 1] = joinHyphenated(before, text);
    else texts[texts.length - 1] = `${before} ${text}`;
    if (bulletSign.test(text)) bullet = line;
  });
  return texts.join('\n');
}

/** The items of a section: each begins at a period or a date; without any date, at each short line that follows a longer one. */
export function entriesOf(lines: readonly TextLine[]): Entry[] {
  const places = startIndexes(lines);
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

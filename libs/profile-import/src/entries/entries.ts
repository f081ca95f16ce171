import { bulletSign, bulletsIn } from '../bullets';
import { piecesOfCell, styleOf, type TextLine, withCells } from '../layout/page';
import { type DatesInText, findDates, findPeriod } from './dates';
import { isIndented, isTitle, startIndexes } from './entry-starts';
import { labelledFacts } from './facts';
import { joinLines, withBullets } from './entry-text';
import { oneBelowAnother } from './item-columns';
import { titlesOfCell } from './titles';
import { isDuration } from '../resume-text/words';

/** One item of a section, before its titles are assigned to fields. */
export interface Entry {
  /** the texts at its head, without dates and links, in order */
  titles: string[];
  dates: Omit<DatesInText, 'rest'>;
  url?: string;
  /** the title after the dates on a line that begins with them: usually a place */
  titleAfterDates?: string;
  /** the title in a font of its own behind another, such as the employer behind a position */
  titleInOwnFont?: string;
  /** the title at the right edge of a line without dates, beside another: usually a place */
  titleAtRight?: string;
  /** a place and a mark with a label before them */
  location?: string;
  score?: string;
  /** the paragraphs below the head */
  prose: string[];
  highlights: string[];
}

const url =
  /\bhttps?:\/\/\S+|^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|in|me|app|co|ai|example)(?:\/\S*)?$/i;
const startsWithDate = /^\W*(?:[\p{L}\p{M}]{2,10}\.?\s+)?(?:\d{1,2}[/.])?(?:19|20)\d{2}\b/u;

/** Whether a later line still belongs to the head: short or of several parts, and not a sentence that continues below. */
function followsTitle(line: TextLine, next: TextLine | undefined): boolean {
  if (next && !/\s[·|]\s/.test(line.text) && /^\p{Ll}/u.test(next.text)) return false;
  const parted = /\s[·|]\s/.test(line.text) && line.text.length < 140 && !bulletSign.test(line.text);
  return parted || (isTitle(line) && line.text.length < 70);
}

/** The line at whose left edge the content of an item begins: its first, or the one below where dates stand in a column before it. */
function contentOf(lines: readonly TextLine[]): TextLine {
  const [first, second] = lines as [TextLine, TextLine?];
  const rest = first.cells.length === 1 ? findPeriod(first.text)?.rest : undefined;
  return rest && first.text.endsWith(rest) && second && second.page === first.page && second.x > first.x + 40
    ? second
    : first;
}

const onlyLabel = /^highlights:?$/i;

/** Whether the line below the dates belongs to the head although it stands apart: its look is not that of the text below it. */
function looksLikeTitle(lines: readonly TextLine[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  return line !== undefined && next !== undefined && styleOf(line) !== styleOf(next) && line.size >= next.size - 0.3;
}

function entryOf(all: readonly TextLine[]): Entry {
  const lines = all.filter(({ text }) => !onlyLabel.test(text));
  const period = lines.findIndex((line) => !bulletSign.test(line.text) && findPeriod(line.text));
  const dated = period >= 0 ? period : lines.findIndex((line) => findDates(line.text));
  const anchor = Math.max(0, dated);
  let head = anchor + 1;
  const first = contentOf(lines);
  const apart = (index: number): boolean => isApart(lines, index);
  const belongsToHead = (line: TextLine, next?: TextLine) => !isIndented(line, first) && followsTitle(line, next);
  const body = lines.at(-1);
  const isBody = (index: number): boolean => {
    const [line, before] = [lines[index], lines[index - 1]];
    if (!body || bulletSign.test(body.text) || isIndented(body, first)) return false;
    const changed = line && before && styleOf(line) === styleOf(body) && styleOf(before) !== styleOf(line);
    return Boolean(changed) && index - 1 > anchor && index < lines.length - 1;
  };
  while (
    head < Math.min(lines.length, anchor + 3) &&
    belongsToHead(lines[head] as TextLine, lines[head + 1]) &&
    (!apart(head) || looksLikeTitle(lines, head)) &&
    !isBody(head)
  )
    head += 1;
  const entry: Entry = { titles: [], dates: {}, prose: [], highlights: [] };
  const labelled = lines.findIndex((line) => labelledFacts(line.text) !== null);
  const facts = labelled < 0 ? null : labelledFacts(lines[labelled]?.text ?? '');
  for (const line of lines.slice(0, head).filter((_, index) => index !== labelled)) readHead(entry, line);
  if (facts?.url) entry.url ??= facts.url;
  const below = lines.slice(head).filter((_, index) => index + head !== labelled);
  const { prose, highlights = [] } = bulletsIn(joinLines(withBullets(below.map(withPieces), first)), 'prose') as {
    prose?: string;
    highlights?: string[];
  };
  const rest = facts && facts.rest.length > 0 ? [facts.rest.join(' | ')] : [];
  const { location, score } = facts ?? {};
  const texts = [...rest, ...(prose ? prose.split('\n') : [])];
  return { ...entry, ...(location ? { location } : {}), ...(score ? { score } : {}), prose: texts, highlights };
}

/** A line of several short pieces, such as keywords in boxes, with a sign between them. */
function withPieces(line: TextLine): TextLine {
  const pieces = line.cells.filter(({ text }) => !bulletSign.test(text)).flatMap(piecesOfCell);
  const chips = pieces.length > 1 && pieces.every((piece) => piece.length < 40);
  return chips && !bulletSign.test(line.text) ? { ...line, text: pieces.join(' · ') } : line;
}

/** Whether a line below the dates stands apart from them, farther than the lines of the head from each other. */
function isApart(lines: readonly TextLine[], index: number): boolean {
  const steps = lines.slice(1, index).map(({ above }) => above);
  const line = lines[index];
  const known = steps.filter((step) => step > 0);
  return line !== undefined && known.length > 0 && line.above > Math.max(...known) * 1.2;
}

function addTitle(entry: Entry, title: string, afterDates: boolean): void {
  if (title === '' || isDuration(title)) return;
  if (afterDates) entry.titleAfterDates = title;
  entry.titles.push(title);
}

function readHead(entry: Entry, line: TextLine): void {
  for (const cell of line.cells) {
    const part = cell.text;
    const dated = Object.keys(entry.dates).length === 0;
    const found = dated ? (findPeriod(line.text) ? findPeriod(part) : findDates(part)) : null;
    if (found) {
      const { rest: _rest, ...dates } = found;
      entry.dates = dates;
    }
    const text = found ? found.rest : part;
    const [link] = url.exec(text) ?? [];
    const isFirst = link !== undefined && entry.url === undefined;
    if (isFirst) entry.url = /^https?:/i.test(link) ? link : `https://${link}`;
    const title = (isFirst ? text.replace(link, '') : text).trim();
    const behind = cell === line.cells[0] && part.endsWith(title);
    const after = found !== null && title !== '' && (behind || startsWithDate.test(line.text));
    const titles = title === part ? titlesOfCell(cell) : [title];
    if (titles.length === 2) entry.titleInOwnFont ??= titles[1] ?? '';
    for (const one of titles) addTitle(entry, one, after);
    if (
      cell !== line.cells[0] &&
      line.cells.length === 2 &&
      !findDates(line.text) &&
      titles.length === 1 &&
      title !== ''
    )
      entry.titleAtRight ??= title;
    if (cell.link !== undefined && !titles.some((one) => url.test(one))) entry.url ??= cell.link;
  }
}

/** Whether a line is the rest of a period in a column of its own, which was too narrow for it. */
function continuesPeriod(before: TextLine | undefined, line: TextLine): boolean {
  const [first, second] = before?.cells ?? [];
  if (!before || !first || !second || line.cells.length !== 1 || Math.abs(line.x - first.x) > 3) return false;
  const open = findPeriod(first.text) === null || /[–—-]$/u.test(first.text);
  return open && /\d{4}/.test(first.text) && findPeriod(`${first.text} ${line.text}`)?.rest === '';
}

/** Joins a period that was broken at the end of a line: in brackets, or in a column of its own. */
function joinBrokenPeriods(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const [period, ...titles] = before?.cells ?? [];
    if (before && period && continuesPeriod(before, line)) {
      joined.splice(-1, 1, withCells(before, [{ ...period, text: `${period.text} ${line.text}` }, ...titles]));
      continue;
    }
    const last = before?.cells.at(-1);
    const [, rest] = /^([^()]{1,40}\))$/u.exec(line.text) ?? [];
    const opened = last && rest && !bulletSign.test(last.text) ? /\([^()]{1,40}$/u.exec(last.text) : null;
    if (before && last && opened && findPeriod(`${opened[0]} ${rest ?? ''}`)) {
      joined.splice(
        -1,
        1,
        withCells(before, [...before.cells.slice(0, -1), { ...last, text: `${last.text} ${line.text}` }]),
      );
    } else joined.push(line);
  }
  return joined;
}

/** The lines of each item of a section: each begins at a period or a date; without any date, at each short line that follows a longer one. */
export function entryLinesOf(all: readonly TextLine[]): TextLine[][] {
  const lines = joinBrokenPeriods(oneBelowAnother(all));
  const starts = startIndexes(lines);
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

/** The items of a section. */
export const entriesOf = (lines: readonly TextLine[]): Entry[] => entryLinesOf(lines).map(entryOf);

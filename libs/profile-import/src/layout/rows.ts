import { sectionOfHeading } from '../headings/headings';
import { joinWrappedCells } from './wrapped-cells';
import { type Cell, mainFont, type Span, type TextLine, type TextRun } from './page';

/** Limit that keeps reading linear: letters of a line before it is split. */
const maxLetters = 1_000;

/** Groups runs of about the same base line, from left to right; rows from top to bottom. */
export function rowsOf(runs: readonly TextRun[]): TextRun[][] {
  const rows: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - run.y) <= Math.max(2, Math.min(first.size, run.size) * 0.45)) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/**
 * Gaps in sizes of the letters: a wider one than `cell` separates cells, where the font changes one wider than `otherFont`, behind a
 * known heading one wider than `heading`; a wider one
 * than `apart` stands apart inside a cell; a narrower one than `space` does not separate words.
 */
const gaps = { cell: 1.6, otherFont: 0.95, heading: 0.75, apart: 0.9, space: 0.15 };

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

const lookOf = ({ size, font = 0, link, mail }: TextRun): Omit<Span, 'text'> => ({
  size,
  font,
  ...(link === undefined ? {} : { link }),
  ...(mail === undefined ? {} : { mail }),
});

function addRun(cell: Cell, run: TextRun, gap: number): void {
  const space = gap > run.size * gaps.space ? ' ' : '';
  const last = cell.spans.at(-1);
  const { font } = lookOf(run);
  const apart = gap > run.size * gaps.apart;
  const alike = last && last.font === font && Math.abs(last.size - run.size) < 0.3;
  if (alike && !apart && last.link === run.link && last.mail === run.mail) last.text += `${space}${run.text}`;
  else cell.spans.push({ text: `${space}${run.text}`, ...lookOf(run), ...(apart ? { apart } : {}) });
  if (run.link !== undefined) cell.link ??= run.link;
  cell.text += `${space}${run.text}`;
  cell.end = Math.max(cell.end, run.x + run.width);
}

/** Letters of the longest text that is compared with the known headings; a cell of many runs is longer. */
const maxHeading = 120;

/** Whether a text is a known heading that is not letter-spaced. */
function isHeading(text: string): boolean {
  if (text.length > maxHeading) return false;
  const words = clean(text);
  return !/^\S(?:\s\S)+$/u.test(words) && sectionOfHeading(words) !== null;
}

/** The widest gap between a cell and a run that belongs to it. */
function widest({ spans, text }: Cell, run: TextRun): number {
  const last = spans.at(-1);
  if (isHeading(text)) return Math.min(last?.size ?? run.size, run.size) * gaps.heading;
  const alike = !last || (last.font === (run.font ?? 0) && Math.abs(last.size - run.size) < 0.3);
  return alike || !/\p{L}{2}/u.test(text) ? run.size * gaps.cell : Math.min(last.size, run.size) * gaps.otherFont;
}

/** Pictures of a symbol font and nothing else. */
const onlyIcons = /^[\p{Co}\s]*$/u;

/** Left edges at which at least this many rows begin are those of a column, such as titles beside a column of dates. */
const rowsOfColumn = 3;

/** The left edges of columns, without the leftmost. */
function edgesOf(rows: readonly TextRun[][]): number[] {
  const starts = rows.flatMap(([first]) => (first ? [first.x] : []));
  const left = Math.min(...starts);
  const counts = new Map<number, number>();
  for (const x of starts) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  return [...counts].filter(([x, count]) => count >= rowsOfColumn && x > left + 20).map(([x]) => x);
}

const endsInDate = /(?:19|20)\d{2}\W*$|[–—-]\s*\p{L}{1,12}\.?\s*$/u;

/** Whether a run begins a column behind dates that almost reach it. */
const beginsColumn = ({ x }: TextRun, { text, end }: Cell, edges: readonly number[]): boolean =>
  x > end && edges.some((edge) => Math.abs(x - edge) < 2) && endsInDate.test(text);

/** The cells of a row: runs between wide gaps, and behind dates at the edges of columns. */
export function cellsOf(row: readonly TextRun[], edges: readonly number[] = []): Cell[] {
  const cells: Cell[] = [];
  for (const run of row) {
    const last = cells.at(-1);
    const gap = last ? run.x - last.end : 0;
    if (last && gap <= widest(last, run) && !beginsColumn(run, last, edges)) addRun(last, run, gap);
    else {
      const span: Span = { text: run.text, ...lookOf(run) };
      const link = run.link === undefined ? {} : { link: run.link };
      cells.push({ text: run.text, x: run.x, end: run.x + run.width, ...link, spans: [span] });
    }
  }
  return cells.map((cell) => ({ ...cell, text: clean(cell.text) })).filter(({ text }) => text !== '');
}

function lineOf(row: readonly TextRun[], page: number, above: number, edges: readonly number[]): TextLine {
  const cells = cellsOf(row, edges);
  const parts = cells.map(({ text }) => text);
  const size = Math.max(...row.map((run) => run.size));
  const place = { x: row[0]?.x ?? 0, y: row[0]?.y ?? 0, above, page, number: 0 };
  return { cells, parts, text: parts.join(' '), size, font: mainFont(cells), full: false, ...place };
}

/** Splits a line that is too long for any page, so that reading it takes linear time; no letter is lost. */
function splitLongLine(line: TextLine): TextLine[] {
  if (line.text.length <= maxLetters) return [line];
  const texts = line.text.match(/.{1,1000}/gsu) ?? [];
  const { size, font } = line;
  return texts.map((text) => {
    const cell = { text, x: line.x, end: line.x, spans: [{ text, size, font }] };
    return { ...line, text, parts: [text], cells: [cell], full: false };
  });
}

/**
 * The lines of one column, from top to bottom. A line is full when the first word of the next line would not have fitted; the right
 * edge is where running text ends, not the dates and page numbers that are set apart.
 */
export function linesOf(runs: readonly TextRun[], page: number): TextLine[] {
  const rows = rowsOf(runs);
  const edges = edgesOf(rows);
  const lines = rows.map((row, index) => {
    const before = rows[index - 1]?.[0];
    const line = lineOf(row, page, before && row[0] ? row[0].y - before.y : 0, edges);
    return { line, end: Math.max(...row.map(({ x, width }) => x + width)) };
  });
  const right = lines.reduce(
    (edge, { line, end }) => (line.parts.length === 1 ? Math.max(edge, end) : edge),
    -Infinity,
  );
  const filled = lines.map(({ line, end }) => ({ ...line, full: end > right - line.size * 6 }));
  return joinWrappedCells(
    filled.filter(({ text, cells }) => !onlyIcons.test(text) || cells.some(({ link }) => link !== undefined)),
  ).flatMap(splitLongLine);
}

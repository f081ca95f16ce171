import { sectionOfHeading } from './headings';

/** A piece of text with its position; lengths in points, from the upper left corner of the page. */
export interface TextRun {
  text: string;
  x: number;
  y: number;
  width: number;
  /** the height of the letters */
  size: number;
}

/** A page of a PDF's text layer. */
export interface TextPage {
  width: number;
  height: number;
  runs: TextRun[];
}

/** One line of a résumé in reading order. */
export interface TextLine {
  /** texts separated by wide gaps, such as a title and the dates at the right edge */
  parts: string[];
  text: string;
  size: number;
  x: number;
  /** whether it reaches the right edge of its column, as a wrapped line does */
  full: boolean;
  /** from 1 */
  page: number;
  /** from 1, on its page */
  number: number;
}

const dateLike = /^\W*(?:\p{L}{3,9}\.?\s+)?(?:(?:0?[1-9]|1[0-2])[/.-])?(?:19|20)\d{2}\b.{0,30}$/u;

/** Groups runs of about the same vertical position, from left to right; rows from top to bottom. */
function rowsOf(runs: readonly TextRun[]): TextRun[][] {
  const rows: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - run.y) <= Math.max(2, Math.min(first.size, run.size) * 0.45)) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

const endOf = ({ x, width }: TextRun): number => x + width;

/**
 * The lines of one column. A line is full when the first word of the next line would not have fitted; the right edge is where running
 * text ends, not the dates and page numbers that are set apart.
 */
function linesOf(runs: readonly TextRun[], page: number): TextLine[] {
  const rows = rowsOf(runs).map((row) => ({ line: lineOf(row, page), end: Math.max(...row.map(endOf)) }));
  const right = Math.max(...rows.filter(({ line }) => line.parts.length === 1).map(({ end }) => end));
  return rows.map(({ line, end }) => ({ ...line, full: end > right - line.size * 6 }));
}

function lineOf(row: readonly TextRun[], page: number): Omit<TextLine, 'full'> {
  const parts: string[] = [];
  let end = -Infinity;
  for (const { text, x, width, size } of row) {
    const gap = x - end;
    if (parts.length === 0 || gap > size * 1.6) parts.push(text);
    else parts.push(`${parts.pop()}${gap > size * 0.15 ? ' ' : ''}${text}`);
    end = Math.max(end, x + width);
  }
  const clean = parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
  const size = Math.max(...row.map((run) => run.size));
  return { parts: clean, text: clean.join(' '), size, x: row[0]?.x ?? 0, page, number: 0 };
}

const letters = (runs: readonly TextRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/** Whether a column has sections of its own: headings, each with at least one row below it. */
function isSidebar(rows: readonly TextRun[][]): boolean {
  const headings = rows.flatMap((row, index) =>
    sectionOfHeading(row.map(({ text }) => text).join(' ')) ? [index] : [],
  );
  return headings.length > 0 && headings.every((index) => index < rows.length - 1 && !headings.includes(index + 1));
}

/** Whether two sides are separate columns and not a table of titles with their dates beside them. */
function areColumns(left: readonly TextRun[], right: readonly TextRun[], all: number): boolean {
  const [narrow, wide] = letters(left) < letters(right) ? [left, right] : [right, left];
  const rows = rowsOf(narrow);
  if (isSidebar(rows) && isSidebar(rowsOf(wide))) return true;
  if (letters(narrow) < all * 0.12 || letters(narrow) < 60) return false;
  const dates = rows.filter((row) => dateLike.test(row.map(({ text }) => text).join(' '))).length;
  const heights = new Set(wide.map(({ y }) => Math.round(y)));
  const beside = rows.filter(([run]) => run && [-1, 0, 1].some((step) => heights.has(Math.round(run.y) + step))).length;
  return dates < rows.length * 0.3 && beside < rows.length * 0.85;
}

/** Limits that keep the search for columns fast: runs of a page, candidate edges, and letters of a line before it is split. */
const limits = { runs: 5_000, edges: 60, letters: 1_000 };

/** Splits a line that is too long for any page, so that reading it takes linear time; no letter is lost. */
function splitLongLine(line: TextLine): TextLine[] {
  if (line.text.length <= limits.letters) return [line];
  const texts = line.text.match(/.{1,1000}/gsu) ?? [];
  return texts.map((text) => ({ ...line, text, parts: [text], full: false }));
}

/** The left edges at which most runs begin: candidates for the start of a right column. */
function edgesOf(page: TextPage): number[] {
  const counts = new Map<number, number>();
  for (const x of page.runs.map((run) => Math.round(run.x))) {
    if (x > page.width * 0.2 && x < page.width * 0.8) counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  const common = [...counts].sort(([, a], [, b]) => b - a).slice(0, limits.edges);
  return common.map(([x]) => x).sort((a, b) => a - b);
}

/** The gutter between two columns: its horizontal position and the height at which it begins; null for one column. */
function gutterOf(page: TextPage): { x: number; top: number } | null {
  const all = letters(page.runs);
  if (page.runs.length > limits.runs) return null;
  for (const edge of edgesOf(page)) {
    const [from, to] = [edge - 9, edge - 1];
    const crossing = page.runs.filter(({ x, width }) => x < to && x + width > from);
    const top = Math.max(0, ...crossing.map(({ y }) => y));
    if (top > page.height * 0.35) continue;
    const below = page.runs.filter(({ y }) => y > top + 1);
    const [left, right] = [below.filter(({ x }) => x < from), below.filter(({ x }) => x >= to)];
    if (areColumns(left, right, all)) return { x: edge - 5, top };
  }
  return null;
}

function linesOfPage(page: TextPage, number: number): TextLine[] {
  const gutter = gutterOf(page);
  if (!gutter) return linesOf(page.runs, number);
  const head = page.runs.filter(({ y }) => y <= gutter.top + 1);
  const below = page.runs.filter(({ y }) => y > gutter.top + 1);
  const sides = [head, below.filter(({ x }) => x < gutter.x), below.filter(({ x }) => x >= gutter.x)];
  return sides.flatMap((side) => linesOf(side, number));
}

/**
 * The lines of a résumé in reading order: row by row, or column by column where a page has two columns. Lines that are repeated on
 * every page (running heads, page numbers) are returned once.
 */
export function linesOfPages(pages: readonly TextPage[]): TextLine[] {
  const lines = pages.flatMap((page, index) =>
    linesOfPage(page, index + 1)
      .filter(({ text }) => text !== '')
      .flatMap(splitLongLine)
      .map((line, index) => ({ ...line, number: index + 1 })),
  );
  const firstPage = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1);
  return lines.filter(({ text, page }) => {
    const pageNumber = /^(?:page\s*)?\d{1,3}(?:\s*(?:\/|of)\s*\d{1,3})?$|\bpage \d{1,3} (?:\/|of) \d{1,3}$/i.test(text);
    const repeated =
      (firstPage.get(text) ?? page) !== page && text.length < 80 && pages.length > 1 && !/[•▪-]/.test(text);
    if (!firstPage.has(text)) firstPage.set(text, page);
    return !pageNumber && !(repeated && (counts.get(text) ?? 0) >= pages.length);
  });
}

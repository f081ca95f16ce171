import { sectionOfHeading } from '../headings/headings';
import type { TextPage, TextRun } from './page';
import { rowsOf } from './rows';

/** A horizontal stripe of a page: one column, or two beside each other. */
export interface Band {
  columns: TextRun[][];
  /** the height of the stripe as a part of the page's */
  share: number;
}

const dateLike = /^\W*(?:\p{L}{3,9}\.?\s+)?(?:(?:0?[1-9]|1[0-2])[/.-])?(?:19|20)\d{2}\b.{0,30}$/u;

const letters = (runs: readonly TextRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);
const textOf = (row: readonly TextRun[]): string => row.map(({ text }) => text).join(' ');

/** How many sections a column has: headings, each with at least one row below it. */
function sectionsIn(rows: readonly TextRun[][]): number {
  const headings = rows.flatMap((row, index) => (sectionOfHeading(textOf(row)) ? [index] : []));
  const filled = headings.every((index) => index < rows.length - 1 && !headings.includes(index + 1));
  return filled ? headings.length : 0;
}

/** Whether the headings of a column mostly have nothing below them: their content stands beside them. */
function hasEmptyHeadings(rows: readonly TextRun[][]): boolean {
  const texts: string[] = [];
  for (const text of rows.map(textOf)) {
    const whole = `${texts.at(-1) ?? ''} ${text}`;
    if (sectionOfHeading(whole) && !sectionOfHeading(text)) texts.splice(-1, 1, whole);
    else texts.push(text);
  }
  const headings = texts.flatMap((text, index) => (sectionOfHeading(text) ? [index] : []));
  const empty = headings.filter((index) => index === texts.length - 1 || headings.includes(index + 1));
  return empty.length > 1 && empty.length * 2 > headings.length;
}

/** The part of the rows of one side that stand on the base line of a row of the other. */
function shareBeside(rows: readonly TextRun[][], others: readonly TextRun[]): number {
  const heights = new Set(others.map(({ y }) => Math.round(y)));
  const beside = rows.filter(([run]) => run && [-1, 0, 1].some((step) => heights.has(Math.round(run.y) + step)));
  return beside.length / rows.length;
}

/** Whether two sides are separate columns and not a table of titles with their dates beside them, or headings beside their content. */
function areColumns(left: readonly TextRun[], right: readonly TextRun[], all: number): boolean {
  const [narrow, wide] = letters(left) < letters(right) ? [left, right] : [right, left];
  const rows = rowsOf(narrow);
  if (rows.length === 0 || hasEmptyHeadings(rows)) return false;
  const [few, many] = [sectionsIn(rows), sectionsIn(rowsOf(wide))];
  const beside = shareBeside(rows, wide);
  if (many > 0 && (few > 1 || (few === 1 && beside < 0.7))) return true;
  if (letters(narrow) < all * 0.12 || letters(narrow) < 60) return false;
  const dates = rows.filter((row) => dateLike.test(textOf(row))).length;
  return dates < rows.length * 0.3 && beside < 0.85;
}

/** Limits that keep the search for columns fast: runs of a page, candidate edges, and stripes tried at an edge. */
const limits = { runs: 5_000, edges: 60, stripes: 6 };

/** The left edges at which most runs begin: candidates for the start of a right column. */
function edgesOf(page: TextPage): number[] {
  const counts = new Map<number, number>();
  for (const x of page.runs.map((run) => Math.round(run.x))) {
    if (x > page.width * 0.2 && x < page.width * 0.8) counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  const common = [...counts].sort(([, a], [, b]) => b - a).slice(0, limits.edges);
  return common.map(([x]) => x).sort((a, b) => a - b);
}

interface Gutter {
  x: number;
  top: number;
  bottom: number;
}

/** Widths of a gutter in points: between any columns, and between columns that both have headings, as the cells of a table do. */
const gutters = { any: 9, headed: 0.5 };

/** The stripes of a page that no run crosses at a gutter, the highest first. */
function stripesAt(page: TextPage, edge: number, gutter: number): Gutter[] {
  const crossing = page.runs.filter(({ x, width }) => x < edge - 1 && x + width > edge - gutter).map(({ y }) => y);
  const bounds = [0, ...crossing.sort((a, b) => a - b), page.height + 1];
  return bounds
    .slice(1)
    .map((bottom, index) => ({ x: edge - 5, top: bounds[index] ?? 0, bottom }))
    .sort((a, b) => b.bottom - b.top - (a.bottom - a.top))
    .slice(0, limits.stripes);
}

const within = ({ top, bottom }: Gutter, { y }: TextRun): boolean => y > top + 1 && y < bottom - 1;

/** The gutter between two columns that most of a page's letters stand beside, at the edge where most of them begin; null for one column. */
function gutterOf(page: TextPage): Gutter | null {
  const all = letters(page.runs);
  if (page.runs.length > limits.runs) return null;
  const [any, headed] = [bestGutter(page, all, gutters.any, 0), bestGutter(page, all, gutters.headed, 1)];
  return (headed && headed.share > (any?.share ?? 0) + 0.02 ? headed : any)?.gutter ?? null;
}

interface FoundGutter {
  gutter: Gutter;
  /** the part of the page's letters that stand beside it */
  share: number;
  /** how many runs begin at it */
  aligned: number;
}

/** @param sections how many sections each of the columns must have */
function bestGutter(page: TextPage, all: number, width: number, sections: number): FoundGutter | null {
  let best: FoundGutter | null = null;
  for (const gutter of edgesOf(page).flatMap((edge) => stripesAt(page, edge, width))) {
    if (gutter.bottom - gutter.top < page.height * 0.2) continue;
    const inside = page.runs.filter((run) => within(gutter, run));
    const share = letters(inside) / all;
    const aligned = inside.filter(({ x }) => Math.abs(x - gutter.x - 5) < 2).length;
    const better = share > (best?.share ?? 0) + 0.001 || (best && share > best.share - 0.001 && aligned > best.aligned);
    if (share < 0.4 || !better) continue;
    const [left, right] = [inside.filter(({ x }) => x < gutter.x - 4), inside.filter(({ x }) => x >= gutter.x - 4)];
    const headed = sections === 0 || [left, right].every((runs) => sectionsIn(rowsOf(runs)) >= sections);
    if (headed && areColumns(left, right, all)) best = { gutter, share, aligned };
  }
  return best;
}

/** The stripes of a page from top to bottom. A stripe of two columns is searched for once; what stands above and below it is one column. */
export function bandsOf(page: TextPage): Band[] {
  const gutter = gutterOf(page);
  if (!gutter) return [{ columns: [page.runs], share: 1 }];
  const above = page.runs.filter(({ y }) => y <= gutter.top + 1);
  const inside = page.runs.filter((run) => within(gutter, run));
  const below = page.runs.filter(({ y }) => y >= gutter.bottom - 1 && y > gutter.top + 1);
  const columns = [inside.filter(({ x }) => x < gutter.x), inside.filter(({ x }) => x >= gutter.x)];
  const share = (Math.min(gutter.bottom, page.height) - gutter.top) / page.height;
  return [
    { columns: [above], share: 0 },
    { columns, share },
    { columns: [below], share: 0 },
  ].filter((band) => band.columns.some((runs) => runs.length > 0));
}

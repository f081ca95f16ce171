import type { TextPage, TextRun } from '../layout/page';
import type { ParsedResume } from '../parsed-resume';
import { readPdfPages } from '../read-pdf-pages';

/** What a text leads to. */
type Target = Pick<TextRun, 'link' | 'mail'>;

/**
 * `[x, text]` cells of one row, with what they lead to; `size` and `font` as of a heading with `#`, a name with `!`, a title with `*`.
 */
export type Row = readonly (readonly [x: number, text: string, target?: Target])[];

const run = (x: number, y: number, marked: string, target: Target = {}): TextRun => {
  const [, mark, text = marked] = /^([!#*]) (.*)$/.exec(marked) ?? [];
  const size = mark === '!' ? 22 : mark === '#' ? 12 : 10;
  return { text, x, y, width: text.length * size * 0.5, size, font: mark ? 2 : 1, ...target };
};
/** Creates a page of rows, 14 points apart. */
const pageOfRows = (rows: readonly Row[]): TextPage => ({
  width: 595,
  height: 842,
  runs: rows.flatMap((row, index) => row.map(([x, text, target]) => run(x, 50 + index * 14, text, target))),
});
/** Reads a page of rows. */
export const readRows = (...rows: Row[]): ParsedResume => readPdfPages([pageOfRows(rows)]);
/** A name and contact details, each on a line. */
export const head: Row[] = [
  [[43, '! Mira Solano']],
  [[43, 'mira@example.org']],
  [[43, '+34 600 000 000']],
  [[43, 'Valencia, Spain']],
];

/** The positions of the fixtures. */
export const positions = [
  { name: 'Port Works', position: 'Lead planner', startDate: '2021-03' },
  { name: 'Blue Shipping', position: 'Junior agent', startDate: '2015-09', endDate: '2021-02' },
];

import { sectionOfHeading } from '../headings/headings';
import { type Cell, type TextLine, withCells } from './page';

const dateLike = /\b(?:19|20)\d{2}\b/;

/** The cell of a row above, not its first one, that a cell continues: below it, at its left edge. */
function continuedBy(row: TextLine, cell: Cell): number {
  return row.cells.findIndex(({ x, text }, index) => index > 0 && Math.abs(x - cell.x) < 2 && !dateLike.test(text));
}

/** Whether a line is the second line of cells of the row above it, and no content beside a heading or a date in the margin. */
function isWrapped(row: TextLine, line: TextLine): boolean {
  const [first] = row.cells;
  if (!first || dateLike.test(first.text) || sectionOfHeading(first.text) !== null) return false;
  const near = line.above > 0 && line.above < line.size * 1.6 && Math.abs(line.size - row.size) < 0.3;
  return near && line.cells.length < row.cells.length && line.cells.every((cell) => continuedBy(row, cell) > 0);
}

/** Joins the lines of cells that were wrapped inside a table. */
export function joinWrappedCells(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const row = joined.at(-1);
    if (!row || !isWrapped(row, line)) {
      joined.push(line);
      continue;
    }
    const cells = row.cells.map((cell, index) => {
      const more = line.cells.filter((other) => continuedBy(row, other) === index).map(({ text }) => text);
      return more.length === 0 ? cell : { ...cell, text: [cell.text, ...more].join(' ') };
    });
    joined.splice(-1, 1, { ...withCells(row, cells), full: row.full });
  }
  return joined;
}

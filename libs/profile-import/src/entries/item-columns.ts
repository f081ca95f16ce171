import { type TextLine, withCells } from '../layout/page';
import { findPeriod } from './dates';

const isDated = ({ cells }: TextLine): boolean =>
  cells.length > 1 && cells.every(({ text }) => findPeriod(text)?.rest === '');

/** Whether a line has its cells where those of another begin. */
const isAligned = ({ cells }: TextLine, other: TextLine): boolean =>
  cells.length === other.cells.length && cells.every(({ x }, index) => Math.abs(x - (other.cells[index]?.x ?? -9)) < 3);

/** Puts items that stand beside each other, each with its period in one row, one below the other. */
export function oneBelowAnother(lines: readonly TextLine[]): TextLine[] {
  const dated = lines.findIndex(isDated);
  const row = lines[dated];
  if (!row) return [...lines];
  let [start, end] = [dated, dated + 1];
  while (start > 0 && isAligned(lines[start - 1] as TextLine, row)) start -= 1;
  while (end < lines.length && isAligned(lines[end] as TextLine, row)) end += 1;
  if (end - start < 2) return [...lines];
  const columns = row.cells.map((_, column) =>
    lines.slice(start, end).map((line) => withCells(line, line.cells.slice(column, column + 1))),
  );
  return [...lines.slice(0, start), ...columns.flat(), ...oneBelowAnother(lines.slice(end))];
}

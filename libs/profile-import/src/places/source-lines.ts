import type { TextLine } from '../layout/page';

/** A rectangle on a page; lengths in points, from its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A line of the file that was imported. */
export interface SourceLine {
  /** the JSON Pointer by which a report names it: `/pages/1/lines/3` */
  pointer: string;
  /** from 1 */
  page: number;
  text: string;
  /** where it stands on its page; null in a file whose pages are made when it is opened */
  box: Box | null;
}

/** What of a file's lines an import lists. */
export const lineLimits = { entries: 3_000, characters: 600_000 };

/** The parts of a line's height above and below its base line, for letters of the size 1. */
const [ascent, descent] = [0.9, 0.3];

const rounded = (length: number): number => Math.round(length * 10) / 10;

/** The rectangle of a line. */
export function boxOf({ cells, x, y, size }: TextLine): Box {
  const end = Math.max(x, ...cells.map((cell) => cell.end));
  return {
    x: rounded(x),
    y: rounded(y - size * ascent),
    width: rounded(end - x),
    height: rounded(size * (ascent + descent)),
  };
}

/** @param drawn whether the lines stand where they stand on the pages of the file */
export function sourceLinesOf(lines: readonly TextLine[], drawn: boolean): SourceLine[] {
  return lines.map((line) => ({
    pointer: `/pages/${line.page}/lines/${line.number}`,
    page: line.page,
    text: line.text,
    box: drawn ? boxOf(line) : null,
  }));
}

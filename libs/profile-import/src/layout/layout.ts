import { type Band, bandsOf } from './columns';
import type { TextLine, TextPage } from './page';
import { linesOf } from './rows';
import { runningLines } from './running';

/** The lines of a document in reading order. */
export interface Layout {
  /** texts that are read one after the other: what stands above the columns, a sidebar over all pages, the wide column */
  flows: TextLine[][];
  /** running heads and feet, and page numbers */
  running: TextLine[];
}

/** A stripe of two columns that is higher than this part of a page is a sidebar and a main column. */
const sidebarShare = 0.4;

interface ReadBand {
  columns: TextLine[][];
  sidebar: boolean;
}

const letters = (lines: readonly TextLine[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

function readBand({ columns, share }: Band, page: number): ReadBand {
  return { columns: columns.map((runs) => linesOf(runs, page)), sidebar: columns.length > 1 && share >= sidebarShare };
}

/** Numbers the lines of each page in reading order, from 1. */
function numbered(bands: readonly ReadBand[]): ReadBand[] {
  let number = 0;
  return bands.map((band) => ({
    ...band,
    columns: band.columns.map((lines) => lines.map((line) => ({ ...line, number: (number += 1) }))),
  }));
}

/**
 * Brings lines into reading order. The columns of a sidebar layout are read one after the other over all pages; a page without columns
 * continues the main column.
 */
function flowsOf(pages: readonly ReadBand[][]): TextLine[][] {
  const head: TextLine[] = [];
  const columns: [TextLine[], TextLine[]] = [[], []];
  const sided = pages.some((bands) => bands.some(({ sidebar }) => sidebar));
  const all = (side: 0 | 1) =>
    pages.flatMap((bands) => bands.flatMap((band) => (band.sidebar ? (band.columns[side] ?? []) : [])));
  const main = letters(all(0)) > letters(all(1)) ? 0 : 1;
  let begun = false;
  for (const band of pages.flat()) {
    if (band.sidebar) band.columns.forEach((lines, side) => columns[side as 0 | 1].push(...lines));
    else (sided && begun ? columns[main] : head).push(...band.columns.flat());
    begun ||= band.sidebar;
  }
  return [head, ...columns].filter((lines) => lines.length > 0);
}

/** Reads pages into lines in reading order: rows, columns, and what repeats at the edges of the pages. */
export function layoutOf(pages: readonly TextPage[]): Layout {
  const read = pages.map((page, index) => numbered(bandsOf(page).map((band) => readBand(band, index + 1))));
  const repeated = runningLines(
    read.map((bands, index) => ({
      page: pages[index] as TextPage,
      lines: bands.flatMap(({ columns }) => columns.flat()),
    })),
  );
  const flows = flowsOf(read).map((lines) => lines.filter((line) => !repeated.has(line)));
  return { flows: flows.filter((lines) => lines.length > 0), running: [...repeated] };
}

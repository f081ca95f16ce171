import { entryLinesOf } from '../entries/entries';
import { type Block, blocksOf } from '../headings/blocks';
import { bandsOf } from '../layout/columns';
import { layoutOf } from '../layout/layout';
import type { TextLine, TextPage, TextRun } from '../layout/page';
import { type Box, boxOf } from '../places/source-lines';

/** What a rectangle on a page stands for, from the smallest to the largest step of reading. */
export const markKinds = ['run', 'line', 'running', 'heading', 'item', 'block', 'column'] as const;

export type MarkKind = (typeof markKinds)[number];

/** A rectangle that a step of reading found. */
export interface Mark {
  kind: MarkKind;
  /** from 1 */
  page: number;
  box: Box;
  /** its number in reading order, or the section of a heading */
  label?: string;
}

/** The smallest rectangle around others. */
function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

const runBox = ({ x, y, width, size }: TextRun): Box => ({ x, y: y - size * 0.9, width, height: size * 1.2 });

/** One rectangle around the lines of each page, because what they are part of can go on behind a page's end. */
function marksAround(kind: MarkKind, lines: readonly TextLine[], label: string): Mark[] {
  return [...new Set(lines.map(({ page }) => page))].map((page) => {
    const box = around(lines.filter((line) => line.page === page).map(boxOf));
    return { kind, page, box, label };
  });
}

const marksOfLines = (kind: MarkKind, lines: readonly TextLine[]): Mark[] =>
  lines.map((line) => ({ kind, page: line.page, box: boxOf(line), label: String(line.number) }));

function columnsOn(page: TextPage, number: number): Mark[] {
  const columns = bandsOf(page).flatMap((band) => band.columns.filter((runs) => runs.length > 0));
  return columns.map((runs, index) => ({
    kind: 'column',
    page: number,
    box: around(runs.map(runBox)),
    label: String(index + 1),
  }));
}

/** The sections whose items are the entries below their heading; others are lists of words, or paragraphs. */
const sectionsOfEntries = ['work', 'volunteer', 'projects'];

const hasEntries = ({ section }: Block): boolean =>
  section !== null && (typeof section === 'object' || sectionsOfEntries.includes(section));

function marksOfBlock(block: Block, index: number): Mark[] {
  const { section, heading, lines } = block;
  const title = section !== null && typeof section === 'object' ? `“${section.title}”` : section;
  const items = hasEntries(block) ? entryLinesOf(lines) : [];
  return [
    ...(heading ? [{ kind: 'heading' as const, page: heading.page, box: boxOf(heading), label: title ?? '' }] : []),
    ...items.flatMap((item, place) => marksAround('item', item, `${index + 1}.${place + 1}`)),
    ...marksAround('block', heading ? [heading, ...lines] : lines, String(index + 1)),
  ];
}

/** Where each step of reading found something on the pages: runs, lines, running lines, headings, items, blocks and columns. */
export function marksOf(pages: readonly TextPage[]): Mark[] {
  const { flows, running } = layoutOf(pages);
  return [
    ...pages.flatMap(({ runs }, index) =>
      runs.map((run) => ({ kind: 'run' as const, page: index + 1, box: runBox(run) })),
    ),
    ...marksOfLines('line', flows.flat()),
    ...marksOfLines('running', running),
    ...blocksOf(flows).flatMap(marksOfBlock),
    ...pages.flatMap((page, index) => columnsOn(page, index + 1)),
  ];
}

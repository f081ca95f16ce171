import { type Cell, styleOf, type TextLine, withCells } from '../layout/page';
import { sectionOfHeading } from './headings';

const isKnown = (cell: Cell | undefined): boolean => cell !== undefined && sectionOfHeading(cell.text) !== null;

/** A line whose first cell is a known heading that stands apart from what follows. */
const beginsWithHeading = ({ cells }: TextLine): boolean => cells.length > 1 && isKnown(cells[0]);

/** The left and right edge of the margin in which headings stand beside their content, and the look of its headings. */
interface Margin {
  from: number;
  to: number;
  styles: Set<string>;
}

const cellStyle = ({ spans }: Cell): string => {
  const [first = { size: 0, font: 0 }] = spans;
  return styleOf(first);
};

/** Headings stand beside their content when two known ones do, and more often than above it. */
function marginOf(lines: readonly TextLine[]): Margin | null {
  const beside = lines.filter(beginsWithHeading);
  const above = lines.filter(({ cells }) => cells.length === 1 && isKnown(cells[0]));
  if (new Set(beside.map(({ parts }) => parts[0])).size < 2 || beside.length <= above.length) return null;
  const heads = beside.flatMap(({ cells }) => cells.slice(0, 1));
  return {
    from: Math.min(...heads.map(({ x }) => x)),
    to: Math.max(...heads.map(({ end }) => end)),
    styles: new Set(heads.map(cellStyle)),
  };
}

/** Whether a cell stands in the margin and looks like the headings there. */
function isInMargin(cell: Cell | undefined, margin: Margin, rest: Cell | undefined): boolean {
  if (!cell || cell.x < margin.from - 40 || cell.end > margin.to + 12 || /\d/.test(cell.text)) return false;
  if (isKnown(cell)) return true;
  return margin.styles.has(cellStyle(cell)) && rest !== undefined && !margin.styles.has(cellStyle(rest));
}

/** How far a heading's base line may stand below that of the first line of its content, in sizes of the heading. */
const maxDrop = 0.6;

/** Adds a heading, above a line of its content whose base line is a little higher. */
function addHeading(lines: TextLine[], heading: TextLine, margin: Margin): void {
  const before = lines.at(-1);
  const beside =
    before !== undefined &&
    !before.heading &&
    before.page === heading.page &&
    before.x > margin.to &&
    heading.y - before.y < heading.size * maxDrop;
  if (beside) lines.splice(-1, 0, heading);
  else lines.push(heading);
}

/** Where the heading stands that a cell of the margin continues, as a heading of two lines does; -1 where there is none. */
function continuedAt(lines: readonly TextLine[], cell: Cell, { page, y }: TextLine): number {
  const index = lines.findLastIndex(({ heading }) => heading);
  const above = lines[index];
  if (!above || index < lines.length - 4 || above.page !== page || y - above.y > above.size * 1.7) return -1;
  return sectionOfHeading(`${above.text} ${cell.text}`) === null ? -1 : index;
}

/** Adds the second line of a heading to it. */
function continueHeading(lines: TextLine[], index: number, cell: Cell): void {
  const above = lines[index];
  const [first] = above?.cells ?? [];
  if (above && first) lines.splice(index, 1, withCells(above, [{ ...first, text: `${first.text} ${cell.text}` }]));
}

/** Puts headings that stand beside their content above it, as lines of their own. */
export function splitMarginHeadings(lines: readonly TextLine[]): TextLine[] {
  const margin = marginOf(lines);
  if (!margin) return [...lines];
  const split: TextLine[] = [];
  for (const line of lines) {
    const [first, ...rest] = line.cells;
    const continued = first && first.end <= margin.to + 12 ? continuedAt(split, first, line) : -1;
    if (!first || (continued < 0 && !isInMargin(first, margin, rest[0]))) split.push(line);
    else {
      if (continued >= 0) continueHeading(split, continued, first);
      else addHeading(split, { ...withCells(line, [first]), heading: true }, margin);
      if (rest.length > 0) split.push(withCells(line, rest));
    }
  }
  return split;
}

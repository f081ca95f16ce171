import { type Cell, piecesOfCell, styleOf, type TextLine } from '../layout/page';
import { splitList } from './groups';

type Fields = Record<string, unknown>;

const styleOfCell = ({ spans }: Cell): string => styleOf(spans[0] ?? { size: 0, font: 0 });
const label = /^(?:skills|keywords)\s*:\s*/i;
const level =
  /^(?:master|expert|advanced|intermediate|beginner|novice|proficient|basic|fluent|competent|senior|junior)$/i;

/** The cells of lines that stand below the cells of the first one, column by column. */
function columnsOf(lines: readonly TextLine[], head: TextLine): Cell[][] {
  const columns: Cell[][] = head.cells.map(() => []);
  for (const cell of lines.flatMap(({ cells }) => cells)) {
    const index = head.cells.findLastIndex(({ x }) => x <= cell.x + 12);
    columns[Math.max(0, index)]?.push(cell);
  }
  return columns;
}

/** Name and level of a group: `Systems – Master`, also with the level on the next line. */
function nameOf(cells: readonly Cell[]): { name?: string; level?: string; rest: readonly Cell[] } {
  const [first, second] = cells;
  if (!first) return { rest: [] };
  const [, name = first.text, inline] = /^(.+?)\s+[–—]\s*(.*)$/u.exec(first.text) ?? [];
  if (inline) return { name, level: inline, rest: cells.slice(1) };
  const below = second !== undefined && (inline === '' || level.test(second.text));
  return below ? { name, level: second.text, rest: cells.slice(2) } : { name, rest: cells.slice(1) };
}

function groupOf(cells: readonly Cell[]): Fields {
  const { rest, ...named } = nameOf(cells);
  const text = rest
    .map((cell) => cell.text)
    .join(' ')
    .replace(label, '');
  const keywords = text.includes(',')
    ? splitList(text)
    : rest.flatMap((cell) => piecesOfCell(cell).flatMap((piece) => splitList(piece.replace(label, ''))));
  return { ...named, ...(keywords.length > 0 ? { keywords } : {}) };
}

/** The lines with names: in the style of the first line, or where fonts change with the script, in its size or at its left edge. */
function headsOf(lines: readonly TextLine[], first: TextLine, { spans, x }: Cell): number[] {
  const indexes = (isHead: (cell: Cell) => boolean): number[] =>
    lines.flatMap((line, index) => (line.cells.every(isHead) ? [index] : []));
  const [{ size }, style] = [spans[0] ?? first, styleOf(spans[0] ?? { size: 0, font: 0 })];
  const bySize = indexes((part) => Math.abs((part.spans[0]?.size ?? 0) - size) < 0.3);
  const byEdge = lines.flatMap((line, index) => (Math.abs(line.x - x) < 3 ? [index] : []));
  const smaller = lines.every((line, index) => bySize.includes(index) || line.size < size - 0.8);
  const indented = lines.every((line, index) => byEdge.includes(index) || line.x > x + 8);
  if (smaller && bySize.length < lines.length) return bySize;
  return indented && byEdge.length > 1 && byEdge.length < lines.length
    ? byEdge
    : indexes((part) => styleOfCell(part) === style);
}

/**
 * Groups in a grid: names that look unlike the lines below them, which are their levels and keywords, one or several beside each other.
 * Null when the lines are no such grid.
 */
export function gridOf(lines: readonly TextLine[]): Fields[] | null {
  const [first] = lines;
  const [cell] = first?.cells ?? [];
  if (!first || !cell || lines.length < 2) return null;
  const heads = headsOf(lines, first, cell);
  const plain = lines.every(({ text }) => !/[:：[]/.test(text.replace(label, '')));
  if (!plain || heads[0] !== 0 || heads.length === lines.length) return null;
  if (heads.some((head, index) => (heads[index + 1] ?? lines.length) - head < 2)) return null;
  return heads.flatMap((head, index) =>
    columnsOf(lines.slice(head, heads[index + 1]), lines[head] as TextLine).map(groupOf),
  );
}

/** A piece of text with its position; lengths in points, from the upper left corner of the page. */
export interface TextRun {
  text: string;
  x: number;
  /** the base line */
  y: number;
  width: number;
  /** the height of the letters */
  size: number;
  /** which font of the file it is set in, from 1; 0 where nothing is known */
  font?: number | undefined;
  /** the web address that it leads to */
  link?: string | undefined;
  /** the mail address that it leads to */
  mail?: string | undefined;
  /** the structure element that it belongs to, numbered in reading order on its page; only of this product's own paper */
  tag?: { role: string; element: number } | undefined;
}

/** A page of a PDF's text layer. */
export interface TextPage {
  width: number;
  height: number;
  runs: TextRun[];
  /** the web addresses that no letters lead to, only pictures and icons */
  links?: string[] | undefined;
}

/** A part of a line that is set in one font. */
export interface Span {
  text: string;
  size: number;
  font: number;
  /** a gap wider than between words stands before it */
  apart?: boolean;
  /** the web address that it leads to */
  link?: string;
  /** the mail address that it leads to */
  mail?: string;
  /** the word processor's style of its letters */
  style?: string;
}

/** A part of a line between wide gaps: running text, the dates at the right edge, a cell of a table. */
export interface Cell {
  text: string;
  x: number;
  end: number;
  /** the web address that its text leads to */
  link?: string;
  spans: Span[];
}

/** One line of a résumé. */
export interface TextLine {
  cells: readonly Cell[];
  /** the texts of the cells */
  parts: string[];
  text: string;
  size: number;
  /** the font of most of its letters */
  font: number;
  x: number;
  y: number;
  /** the distance to the line above it in its column, in points; 0 of the first */
  above: number;
  /** whether it reaches the right edge of its column, as a wrapped line does */
  full: boolean;
  /** from 1 */
  page: number;
  /** from 1, on its page */
  number: number;
  /** a word processor's style says that it is a heading */
  heading?: boolean;
}

/** A line with other cells. */
export function withCells(line: TextLine, cells: readonly Cell[]): TextLine {
  const parts = cells.map(({ text }) => text);
  const [first] = cells;
  const spans = cells.flatMap((cell) => cell.spans);
  const size = spans.length > 0 ? Math.max(...spans.map((span) => span.size)) : line.size;
  return { ...line, cells, parts, text: parts.join(' '), x: first?.x ?? line.x, size, font: mainFont(cells) };
}

/** The font of most letters of some cells. */
export function mainFont(cells: readonly Cell[]): number {
  const letters = new Map<number, number>();
  for (const { font, text } of cells.flatMap(({ spans }) => spans)) {
    letters.set(font, (letters.get(font) ?? 0) + text.length);
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** The texts of a cell between gaps that are wider than between words, such as keywords in boxes. */
export function piecesOfCell({ spans, text }: Cell): string[] {
  if (!spans.some(({ apart }) => apart)) return [text];
  const pieces: string[] = [];
  for (const span of spans) {
    if (span.apart || pieces.length === 0) pieces.push(span.text);
    else pieces.push(`${pieces.pop() ?? ''}${span.text}`);
  }
  return pieces.map((piece) => piece.replace(/\s+/g, ' ').trim()).filter((piece) => piece !== '');
}

/** How a line looks: its size to half a point, and its font. */
export function styleOf({ size, font }: Pick<TextLine, 'size' | 'font'>): string {
  return `${Math.round(size * 2) / 2}/${font}`;
}

/** The style of most letters of some lines. */
export function commonStyle(lines: readonly TextLine[]): string | undefined {
  const letters = new Map<string, number>();
  for (const line of lines) letters.set(styleOf(line), (letters.get(styleOf(line)) ?? 0) + line.text.length);
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0];
}

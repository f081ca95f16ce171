import { type Cell, mainFont, type Span, type TextLine } from '../layout/page';
import { sectionOfHeading } from '../headings/headings';

/** A paragraph of a word processor; its parts are separated by tabs, or are the cells of a row of a table. */
export interface OfficeParagraph {
  parts: Span[][];
  /** the id of its style */
  styleId?: string;
  /** from 1 of a heading, 0 of the title of the document */
  level?: number;
  /** an item of a list */
  item?: boolean;
  /** the left edge, in points from that of the text */
  indent?: number;
  /** the distance to the paragraph above, in points */
  above?: number;
}

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The step between two lines of a page that nobody has set, in points. */
const step = 14;

function cellsOf({ parts, item, indent = 0 }: OfficeParagraph): Cell[] {
  const cells = parts.flatMap((spans, index): Cell[] => {
    const text = clean(spans.map((span) => span.text).join(''));
    const x = 72 + indent + index * 150;
    const link = spans.find((span) => span.link !== undefined)?.link;
    return text === '' ? [] : [{ text, x, end: x + 140, spans, ...(link === undefined ? {} : { link }) }];
  });
  const [first, ...rest] = cells;
  const bulleted = item && first ? [{ ...first, text: `• ${first.text}`, x: first.x + 18 }, ...rest] : cells;
  return bulleted;
}

/** The level of headings at which most known sections stand; undefined where no heading is known. */
function sectionLevel(paragraphs: readonly OfficeParagraph[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { level, parts } of paragraphs) {
    const text = parts
      .flat()
      .map((span) => span.text)
      .join('');
    if (level !== undefined && sectionOfHeading(text) !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The paragraphs of a word processor as lines of one page, as the layout of a PDF gives them. */
export function linesOfParagraphs(paragraphs: readonly OfficeParagraph[]): TextLine[] {
  const sections = sectionLevel(paragraphs);
  const lines: TextLine[] = [];
  let y = 72;
  let blank = 0;
  for (const paragraph of paragraphs) {
    const cells = cellsOf(paragraph);
    if (cells.length === 0) {
      blank += step;
      continue;
    }
    const above = step + blank + (paragraph.above ?? 0);
    y += above;
    blank = 0;
    const parts = cells.map(({ text }) => text);
    const size = Math.max(...cells.flatMap(({ spans }) => spans.map((span) => span.size)));
    const font = mainFont(cells) + (paragraph.level === undefined ? 0 : 10 * (paragraph.level + 1));
    const heading = paragraph.level !== undefined && paragraph.level === sections;
    const place = {
      x: cells[0]?.x ?? 72,
      y,
      above: lines.length === 0 ? 0 : above,
      full: false,
      page: 1,
      number: lines.length + 1,
    };
    lines.push({ cells, parts, text: parts.join(' '), size, font, ...place, ...(heading ? { heading } : {}) });
  }
  return lines;
}

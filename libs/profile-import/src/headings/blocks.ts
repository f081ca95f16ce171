import { bulletSign } from '../bullets';
import { commonStyle, styleOf, type TextLine, withCells } from '../layout/page';
import { type HeadingSection, isOtherHeading, plainHeading, sectionOfHeading, sectionOfParts } from './headings';
import { splitMarginHeadings } from './margin-headings';

/** A heading and the lines below it. */
export interface Block {
  /** null for the lines above the first heading of a column; a title for a section that JSON Resume does not have */
  section: HeadingSection | { title: string } | null;
  heading?: TextLine;
  lines: TextLine[];
}

const sizeOf = (style: string): number => Number(style.split('/')[0]);

/** How the known headings of a text look, as far as it sets them apart from the body. */
interface HeadingLook {
  size: number;
  style: string;
  /** they are larger than the body */
  large: boolean;
  /** they are in a font that the body is not in */
  ownFont: boolean;
  /** they are all in capitals */
  capitals: boolean;
}

const isCapital = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toUpperCase();

function lookOf(lines: readonly TextLine[]): HeadingLook | null {
  const known = lines.filter((line) => line.heading ?? sectionOfHeading(line.text) !== null);
  const counts = new Map<string, number>();
  for (const line of known) counts.set(styleOf(line), (counts.get(styleOf(line)) ?? 0) + 1);
  const [style, count = 0] =
    [...counts].sort(([a, countA], [b, countB]) => countB - countA || sizeOf(b) - sizeOf(a))[0] ?? [];
  const body = commonStyle(lines);
  if (style === undefined || body === undefined) return null;
  const size = sizeOf(style);
  const same = known.filter((line) => styleOf(line) === style);
  return {
    size,
    style,
    large: size > sizeOf(body) + 0.9,
    ownFont: count > 2 && style.split('/')[1] !== body.split('/')[1],
    capitals: count > 1 && same.every(({ text }) => isCapital(text)),
  };
}

/** Whether a line may be a heading at all: not smaller than the others, and in their font where that sets them apart. */
function mayBeHeading(line: TextLine, look: HeadingLook): boolean {
  if (line.heading) return true;
  if (line.cells.length > 1 && line.cells.some(({ text }) => /\d/.test(text))) return false;
  if (look.large) return line.size > look.size - 0.6;
  return !look.ownFont || line.font === sizeFont(look.style);
}

const sizeFont = (style: string): number => Number(style.split('/')[1]);

/** Whether a line that is on no list of headings looks like one: a few words in the look of the known headings. */
function looksLikeHeading(line: TextLine, look: HeadingLook): boolean {
  const plain = plainHeading(line.text);
  if (line.parts.length !== 1 || plain.split(' ').length > 4 || plain.length < 3 || /\d|[.,@]/.test(plain))
    return false;
  if (bulletSign.test(line.text) || Math.abs(line.size - look.size) >= 0.3) return false;
  if (look.capitals && !isCapital(plain)) return false;
  return look.large || (look.capitals && isCapital(plain) && styleOf(line) === look.style && look.ownFont);
}

function sectionOfLine(line: TextLine, look: HeadingLook | null, begun: boolean): Block['section'] {
  const section = sectionOfHeading(line.text);
  if (line.heading) return section ?? sectionOfParts(line.text) ?? { title: plainHeading(line.text) };
  if (look && !mayBeHeading(line, look)) return null;
  if (section) return section;
  const other = isOtherHeading(line.text) && !bulletSign.test(line.text);
  const alike = look && looksLikeHeading(line, look);
  if (begun && alike && !other) return sectionOfParts(line.text) ?? { title: plainHeading(line.text) };
  return begun && other ? { title: plainHeading(line.text) } : null;
}

/** Joins a known heading that is wrapped in a narrow column. */
function joinWrappedHeadings(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const [first, second] = [before?.cells[0], line.cells[0]];
    const near = before && before.page === line.page && line.above > 0 && line.above < line.size * 1.8;
    const alike = near && before.cells.length === 1 && line.cells.length === 1 && styleOf(before) === styleOf(line);
    const wraps =
      alike && sectionOfHeading(line.text) === null && sectionOfHeading(`${before.text} ${line.text}`) !== null;
    if (before && first && second && wraps) {
      joined.splice(-1, 1, withCells(before, [{ ...first, text: `${first.text} ${second.text}` }]));
    } else joined.push(line);
  }
  return joined;
}

/** Whether a heading without a line below it opens a section of items, whose titles may look like headings. */
const holdsItems = ({ section, lines }: Block): boolean =>
  typeof section === 'string' && section !== 'summary' && section !== 'contact' && lines.length === 0;

/** Divides one text at its headings; `whole` is how headings look in the whole document. */
function blocksOfFlow(flow: readonly TextLine[], whole: HeadingLook | null): Block[] {
  const lines = joinWrappedHeadings(splitMarginHeadings(flow));
  const known = lines.filter((line) => sectionOfHeading(line.text)).length;
  const look = known > 1 ? lookOf(lines) : whole;
  const blocks: Block[] = [{ section: null, lines: [] }];
  let items: TextLine | undefined;
  for (const line of lines) {
    const section = sectionOfLine(line, look, blocks.length > 1);
    const last = blocks.at(-1);
    if (typeof section === 'string') items = undefined;
    else if (section && last && holdsItems(last) && !isOtherHeading(line.text)) items ??= line;
    const isItem = section && items && styleOf(items) === styleOf(line) && !isOtherHeading(line.text);
    if (section === null || isItem) last?.lines.push(line);
    else blocks.push({ section, heading: line, lines: [] });
  }
  return blocks.filter(({ section, lines: inside }) => section !== null || inside.length > 0);
}

/** Divides the lines of a résumé at its headings, each column separately. */
export function blocksOf(flows: readonly (readonly TextLine[])[]): Block[] {
  const whole = lookOf(flows.flatMap((flow) => splitMarginHeadings(flow)));
  return flows.flatMap((flow) => blocksOfFlow(flow, whole));
}

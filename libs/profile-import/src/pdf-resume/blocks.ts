import { bulletSign } from '../bullets';
import { type HeadingSection, isOtherHeading, plainHeading, sectionOfHeading } from './headings';
import type { TextLine } from './lines';

/** A heading and the lines below it. */
export interface Block {
  /** null for the lines above the first heading; a title for a section that JSON Resume does not have */
  section: HeadingSection | { title: string } | null;
  lines: TextLine[];
}

/** The font size of most letters. */
function bodySize(lines: readonly TextLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 10;
}

/** Whether a line that is on no list of headings looks like one: a few words in the size of the known headings. */
function looksLikeHeading(line: TextLine, headingSize: number): boolean {
  const plain = plainHeading(line.text);
  if (line.parts.length !== 1 || plain.split(' ').length > 4 || plain.length < 3 || /\d|[.,@]/.test(plain))
    return false;
  return Math.abs(line.size - headingSize) < 0.3 && !bulletSign.test(line.text);
}

/** The font size of most known headings. */
function headingSizeOf(lines: readonly TextLine[]): number {
  const counts = new Map<number, number>();
  for (const line of lines.filter(({ text }) => sectionOfHeading(text))) {
    const size = Math.round(line.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  return [...counts].sort(([sizeA, countA], [sizeB, countB]) => countB - countA || sizeB - sizeA)[0]?.[0] ?? Infinity;
}

/** Divides the lines of a résumé at its headings. */
export function blocksOf(lines: readonly TextLine[]): Block[] {
  const headingSize = headingSizeOf(lines);
  const distinct = headingSize > bodySize(lines) + 0.9;
  const blocks: Block[] = [{ section: null, lines: [] }];
  for (const line of lines) {
    const small = distinct && line.size < headingSize - 0.6;
    const section = small ? null : sectionOfHeading(line.text);
    const other = !small && isOtherHeading(line.text) && !bulletSign.test(line.text);
    if (section) blocks.push({ section, lines: [] });
    else if (blocks.length > 1 && (other || (distinct && looksLikeHeading(line, headingSize)))) {
      blocks.push({ section: { title: plainHeading(line.text) }, lines: [] });
    } else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

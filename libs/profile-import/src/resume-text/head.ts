import { commonStyle, styleOf, type TextLine, withCells } from '../layout/page';
import type { Block } from '../headings/blocks';
import { contactOf, isLabelCell } from './contact';
import { isDocumentTitle, sectionOfHeading } from '../headings/headings';
import { roleWord } from './words';

/** What stands at the top of a résumé: the person's name, and the lines around it. */
export interface Head {
  name?: string;
  /** what follows the name on its line */
  label?: string;
  /** lines about the person: headline, contact details, place */
  contact: TextLine[];
  /** paragraphs between the head and the first heading */
  summary: TextLine[];
}

/** Whether a text may be a name: letters, a few words, no address. */
const isName = ({ text }: TextLine): boolean =>
  /\p{L}/u.test(text) && !/[\d@:/|]|\.\p{L}{2}/u.test(text) && text.split(/\s+/).length <= 6 && text.length <= 60;

const isOneWord = (line: TextLine): boolean => isName(line) && !line.text.includes(' ');
const sizeOf = ({ size }: TextLine): number => Math.round(size * 2);

const withoutLabels = (line: TextLine): TextLine =>
  withCells(
    line,
    line.cells.filter((cell, index) => !isLabelCell(cell, line.cells[index + 1])),
  );

/** Splits lines into their left cells, then their right cells: contact details beside a name do not belong to it. */
function splitSides(lines: readonly TextLine[]): TextLine[] {
  const lineOf = (line: TextLine, from: number, to?: number) => {
    const cells = line.cells.slice(from, to);
    return cells.length > 0 ? [withCells(line, cells)] : [];
  };
  const unlabelled = lines.map((line) => withoutLabels(line));
  return [...unlabelled.flatMap((line) => lineOf(line, 0, 1)), ...unlabelled.flatMap((line) => lineOf(line, 1))];
}

/** Whether running text begins at a line: a sentence of some length, not a headline of parts. */
function isProse(line: TextLine, next: TextLine | undefined): boolean {
  if (/[\u3040-\u9fff]/u.test(line.text)) return line.text.length > 9 && /[。！？]$/u.test(line.text);
  const small = line.text.match(/(?<=\s)\p{Ll}+/gu) ?? [];
  if (small.length <= 3 || /\s[|·•]\s/.test(line.text)) return false;
  return /[.!?]$/.test(line.text) || line.text.length > 60 || (next !== undefined && /^\p{Ll}/u.test(next.text));
}

/** The largest line that may be a name; in a column it must stand out from the body. */
function nameIn(lines: readonly TextLine[]): TextLine | undefined {
  const names = lines.filter((line) => isName(line) && !isDocumentTitle(line.text));
  const largest = Math.max(0, ...names.map(({ size }) => size));
  return names.find(({ size }) => size === largest);
}

interface Candidate {
  block: Block;
  line: TextLine;
}

/** The line with the name: above the headings of any column of the first page, else the largest line of the page. */
function nameOf(blocks: readonly Block[]): Candidate | undefined {
  const first = blocks.flatMap((block) => block.lines).reduce((min, { page }) => Math.min(min, page), Infinity);
  const candidates = blocks.flatMap((block): Candidate[] => {
    const line = nameIn(splitSides(block.lines.filter(({ page }) => page === first)));
    return line ? [{ block, line }] : [];
  });
  const bySize = (a: Candidate, b: Candidate) => sizeOf(b.line) - sizeOf(a.line);
  const [head] = candidates.filter(({ block }) => block.section === null).sort(bySize);
  const [other] = candidates.filter(({ block }) => block.section !== null).sort(bySize);
  const body = Number(commonStyle(blocks.flatMap(({ lines }) => lines))?.split('/')[0] ?? 10);
  const standsOut = other && other.line.size > body * 1.35 && sectionOfHeading(other.line.text) === null;
  const larger = standsOut && other.line.size > (head?.line.size ?? 0) * 1.15;
  const heading = other?.block.heading?.size ?? 0;
  return larger && other.line.size > heading + 0.9 ? other : head;
}

/** `Mina Iyer, Engineer` as name and headline. */
function splitName(text: string): { name: string; label?: string } {
  const [, name, label] = /^(.+?)\s*[,–—|]\s+(.+)$/u.exec(text) ?? [];
  return name && label && roleWord.test(label) && !roleWord.test(name) ? { name, label } : { name: text };
}

/** Divides lines below a name into paragraphs and, behind them, short lines with contact details. */
function splitContact(lines: readonly TextLine[]): { summary: TextLine[]; contact: TextLine[] } {
  const last = lines.findLastIndex((line, index) => line.text.length > 60 || isProse(line, lines[index + 1]));
  const continues = (line: TextLine | undefined) => line && /^\p{Ll}/u.test(line.text) && !holdsContact([line]);
  let start = last + 1;
  while (continues(lines[start])) start += 1;
  const after = lines.slice(start);
  return holdsContact(after)
    ? { summary: lines.slice(0, start), contact: after }
    : { summary: [...lines], contact: [] };
}

const holdsContact = (lines: readonly TextLine[]): boolean =>
  lines.some((line) => Object.keys(contactOf([line]).fields).length > 0);

/** Reads the head of one block: a name on one or two lines, what else stands there, and paragraphs below. */
function headOf(lines: readonly TextLine[], nameLine: TextLine | undefined): Head {
  const prose = lines.findIndex((line, index) => isProse(line, lines[index + 1]));
  const top = splitSides(prose < 0 ? lines : lines.slice(0, prose));
  const { summary, contact: below } = splitContact(prose < 0 ? [] : lines.slice(prose));
  const index = top.findIndex(
    ({ text, y, page }) => text === nameLine?.text && y === nameLine.y && page === nameLine.page,
  );
  const [first, second] = [top[index], top[index + 1]];
  if (!first) return { contact: [...top, ...below], summary };
  const words = second && isName(second) && (isOneWord(first) || isOneWord(second)) && !roleWord.test(second.text);
  const twoLines = words && styleOf(second) === styleOf(first) && second.y !== first.y;
  const onTwoLines = twoLines && top.some(({ size }) => size < first.size * 0.8);
  const contact = top.filter((line) => line !== first && !(onTwoLines && line === second));
  return {
    ...splitName(onTwoLines ? `${first.text} ${second.text}` : first.text),
    contact: [...contact, ...below],
    summary,
  };
}

/**
 * Finds the head of a résumé in every block of its first page, and takes it out of the blocks.
 * @returns the heads in reading order, the one with the name first; and the other blocks
 */
export function takeHead(blocks: readonly Block[]): { heads: Head[]; rest: Block[] } {
  const found = nameOf(blocks);
  const heads = blocks.filter(({ section }) => section === null);
  const read = heads.map((block) => headOf(block.lines, block === found?.block ? found.line : undefined));
  const inSection = found && found.block.section !== null;
  const named = inSection ? [headOf([found.line], found.line), ...read] : read;
  const rest = blocks
    .filter(({ section }) => section !== null)
    .map((block) =>
      inSection && block === found.block
        ? { ...block, lines: block.lines.filter(({ y, page }) => y !== found.line.y || page !== found.line.page) }
        : block,
    );
  return { heads: named.sort((a, b) => Number(b.name !== undefined) - Number(a.name !== undefined)), rest };
}

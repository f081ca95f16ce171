import type { Unplaced } from '@canar/profile-document';
import type { ParsedResume } from '../parsed-resume';
import { bulletSign } from '../bullets';
import { contactOf, placeOf } from './contact';
import { type HeadingSection, headingOf, opensOther, plainHeading } from './headings';
import { type TextLine, linesOfPages, type TextPage } from './lines';
import { itemsOf } from './sections';

type Fields = Record<string, unknown>;

interface Block {
  /** null for the head of the CV; a text for a section that JSON Resume does not know */
  section: HeadingSection | { title: string } | null;
  lines: TextLine[];
}

/** The size in which most of the text is set. */
function bodySize(lines: readonly TextLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 10;
}

/** Whether a line that no list knows stands as a heading: set larger than known headings allow, or as large as they are. */
function looksLikeHeading(line: TextLine, headingSize: number): boolean {
  const plain = plainHeading(line.text);
  if (line.parts.length !== 1 || plain.split(' ').length > 4 || plain.length < 3 || /\d|[.,@]/.test(plain))
    return false;
  return Math.abs(line.size - headingSize) < 0.3 && !bulletSign.test(line.text);
}

/** The size of most headings that are known. */
function headingSizeOf(lines: readonly TextLine[]): number {
  const counts = new Map<number, number>();
  for (const line of lines.filter(({ text }) => headingOf(text))) {
    const size = Math.round(line.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, others]) => others - many || b - a)[0]?.[0] ?? Infinity;
}

function blocksOf(lines: readonly TextLine[]): Block[] {
  const headingSize = headingSizeOf(lines);
  const distinct = headingSize > bodySize(lines) + 0.9;
  const blocks: Block[] = [{ section: null, lines: [] }];
  for (const line of lines) {
    const small = distinct && line.size < headingSize - 0.6;
    const section = small ? null : headingOf(line.text);
    const other = !small && opensOther(line.text) && !bulletSign.test(line.text);
    if (section) blocks.push({ section, lines: [] });
    else if (blocks.length > 1 && (other || (distinct && looksLikeHeading(line, headingSize)))) {
      blocks.push({ section: { title: plainHeading(line.text) }, lines: [] });
    } else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

const isName = (line: TextLine): boolean =>
  /\p{L}/u.test(line.text) &&
  !/[\d@:/]/.test(line.text) &&
  line.text.split(/\s+/).length <= 6 &&
  line.text.length <= 60;

const isOneWord = (line: TextLine): boolean => isName(line) && !line.text.includes(' ');
const sizeOf = ({ size }: TextLine): number => Math.round(size * 2);

/** The lines of a head, with what stands apart on their right after them: contact details beside a name are no part of it. */
function sidesOf(lines: readonly TextLine[]): TextLine[] {
  const side = (line: TextLine, parts: string[]) =>
    parts.length > 0 ? [{ ...line, parts, text: parts.join(' ') }] : [];
  return [
    ...lines.flatMap((line) => side(line, line.parts.slice(0, 1))),
    ...lines.flatMap((line) => side(line, line.parts.slice(1))),
  ];
}

/** Puts together what a CV says, block by block. */
class ResumeBuilder {
  private readonly resume: Fields = {};
  private readonly basics: Fields = {};
  private readonly custom: Fields[] = [];
  private readonly unplaced: Unplaced[] = [];

  read(blocks: readonly Block[]): ParsedResume {
    for (const block of blocks) this.block(block);
    if (Object.keys(this.basics).length > 0) this.resume['basics'] = this.basics;
    if (this.custom.length > 0) this.resume['meta'] = { canar: { custom: this.custom } };
    return { resume: this.resume, unplaced: this.unplaced };
  }

  private block({ section, lines }: Block): void {
    if (section === null) this.head(lines);
    else if (section === 'contact') this.contact(lines);
    else if (section === 'summary') this.summary(lines);
    else if (typeof section === 'object') this.own(section.title, lines);
    else this.resume[section] = [...((this.resume[section] as Fields[] | undefined) ?? []), ...itemsOf(section, lines)];
  }

  private head(lines: readonly TextLine[]): void {
    const prose = lines.findIndex(({ text }) => (text.match(/(?<=\s)\p{Ll}+/gu) ?? []).length > 3);
    const top = sidesOf(prose < 0 ? lines : lines.slice(0, prose));
    const largest = Math.max(0, ...top.filter(isName).map(({ size }) => size));
    const index = top.findIndex((line) => isName(line) && line.size === largest);
    const [first, second] = [top[index], top[index + 1]];
    const inTwo = first && second && isOneWord(first) && isOneWord(second) && sizeOf(second) === sizeOf(first);
    const broken = inTwo && top.some(({ size }) => size < first.size * 0.8);
    if (first) this.basics['name'] = broken ? `${first.text} ${second.text}` : first.text;
    this.contact(top.filter((line) => line !== first && !(broken && line === second)));
    if (prose >= 0) this.summary(lines.slice(prose));
  }

  private contact(lines: readonly TextLine[]): void {
    for (const line of lines) {
      const { fields, left } = contactOf([line]);
      const { profiles, ...single } = fields as { profiles?: Fields[] } & Fields;
      if (profiles)
        this.basics['profiles'] = [...((this.basics['profiles'] as Fields[] | undefined) ?? []), ...profiles];
      for (const [name, value] of Object.entries(single)) this.fill(name, value, line);
      for (const text of left) this.leftOver(text, line, Object.keys(fields).length === 0);
    }
  }

  /** What is no contact detail: the first such line is the headline, one with commas a place. */
  private leftOver(text: string, line: TextLine, plain: boolean): void {
    const place = placeOf(text);
    const headline = plain && this.basics['label'] === undefined && !/\p{L}\s*:/u.test(text);
    if (
      headline &&
      (!text.includes(',') || (this.basics['name'] !== undefined && !/\d/.test(text) && line.number <= 2))
    )
      this.basics['label'] = text;
    else if (this.basics['location'] === undefined && place) this.basics['location'] = place;
    else if (headline) this.basics['label'] = text;
    else this.leave(text, line, 'contact.unknown');
  }

  private fill(name: string, value: unknown, line: TextLine): void {
    if (this.basics[name] === undefined) this.basics[name] = value;
    else if (this.basics[name] !== value) this.leave(value, line, 'field.taken');
  }

  private summary(lines: readonly TextLine[]): void {
    const text = lines
      .map((line) => line.text)
      .join(' ')
      .trim();
    if (text !== '') this.basics['summary'] = [this.basics['summary'], text].filter(Boolean).join('\n\n');
  }

  private own(title: string, lines: readonly TextLine[]): void {
    if (lines.length === 0) return;
    const items = itemsOf('projects', lines);
    this.custom.push({ key: `custom-${this.custom.length + 1}`, title, items });
  }

  private leave(value: unknown, { page, number }: TextLine, reason: string): void {
    this.unplaced.push({ pointer: `/pages/${page}/lines/${number}`, value, reason });
  }
}

/**
 * Makes a résumé of the text layer of a CV: name, contact details, and the sections under headings that are known in several
 * languages; headings that stand out but are not known become sections of their own. Nothing is guessed beyond the layout: what
 * cannot be told is kept as text in its section, or told as unplaced with its page and line.
 */
export function readPdfResume(pages: readonly TextPage[]): ParsedResume {
  return new ResumeBuilder().read(blocksOf(linesOfPages(pages)));
}

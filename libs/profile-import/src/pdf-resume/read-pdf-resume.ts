import type { Unplaced } from '@canar/profile-document';
import type { ParsedResume } from '../parsed-resume';
import { type Block, blocksOf } from './blocks';
import { contactOf, placeOf } from './contact';
import { type TextLine, linesOfPages, type TextPage } from './lines';
import { itemsOf } from './sections';

type Fields = Record<string, unknown>;

const isName = (line: TextLine): boolean =>
  /\p{L}/u.test(line.text) &&
  !/[\d@:/]/.test(line.text) &&
  line.text.split(/\s+/).length <= 6 &&
  line.text.length <= 60;

const isOneWord = (line: TextLine): boolean => isName(line) && !line.text.includes(' ');
const sizeOf = ({ size }: TextLine): number => Math.round(size * 2);

/** Splits lines into their left parts, then their right parts: contact details beside a name do not belong to it. */
function splitSides(lines: readonly TextLine[]): TextLine[] {
  const lineOf = (line: TextLine, parts: string[]) =>
    parts.length > 0 ? [{ ...line, parts, text: parts.join(' ') }] : [];
  return [
    ...lines.flatMap((line) => lineOf(line, line.parts.slice(0, 1))),
    ...lines.flatMap((line) => lineOf(line, line.parts.slice(1))),
  ];
}

/** Builds a JSON Resume from the blocks of a PDF. */
class ResumeBuilder {
  private readonly resume: Fields = {};
  private readonly basics: Fields = {};
  private readonly custom: Fields[] = [];
  private readonly unplaced: Unplaced[] = [];

  build(blocks: readonly Block[]): ParsedResume {
    for (const block of blocks) this.addBlock(block);
    if (Object.keys(this.basics).length > 0) this.resume['basics'] = this.basics;
    if (this.custom.length > 0) this.resume['meta'] = { canar: { custom: this.custom } };
    return { resume: this.resume, unplaced: this.unplaced };
  }

  private addBlock({ section, lines }: Block): void {
    if (section === null) this.addHead(lines);
    else if (section === 'contact') this.addContact(lines);
    else if (section === 'summary') this.addSummary(lines);
    else if (typeof section === 'object') this.addCustomSection(section.title, lines);
    else this.resume[section] = [...((this.resume[section] as Fields[] | undefined) ?? []), ...itemsOf(section, lines)];
  }

  private addHead(lines: readonly TextLine[]): void {
    const prose = lines.findIndex(({ text }) => (text.match(/(?<=\s)\p{Ll}+/gu) ?? []).length > 3);
    const top = splitSides(prose < 0 ? lines : lines.slice(0, prose));
    const largest = Math.max(0, ...top.filter(isName).map(({ size }) => size));
    const index = top.findIndex((line) => isName(line) && line.size === largest);
    const [first, second] = [top[index], top[index + 1]];
    const twoWords = first && second && isOneWord(first) && isOneWord(second) && sizeOf(second) === sizeOf(first);
    const onTwoLines = twoWords && top.some(({ size }) => size < first.size * 0.8);
    if (first) this.basics['name'] = onTwoLines ? `${first.text} ${second.text}` : first.text;
    this.addContact(top.filter((line) => line !== first && !(onTwoLines && line === second)));
    if (prose >= 0) this.addSummary(lines.slice(prose));
  }

  private addContact(lines: readonly TextLine[]): void {
    for (const line of lines) {
      const { fields, rest } = contactOf([line]);
      const { profiles, ...single } = fields as { profiles?: Fields[] } & Fields;
      if (profiles)
        this.basics['profiles'] = [...((this.basics['profiles'] as Fields[] | undefined) ?? []), ...profiles];
      for (const [name, value] of Object.entries(single)) this.fill(name, value, line);
      for (const text of rest) this.addOther(text, line, Object.keys(fields).length === 0);
    }
  }

  /** Adds a text that is not a contact detail: the first is the headline, one with commas a place. */
  private addOther(text: string, line: TextLine, plain: boolean): void {
    const place = placeOf(text);
    const headline = plain && this.basics['label'] === undefined && !/\p{L}\s*:/u.test(text);
    if (
      headline &&
      (!text.includes(',') || (this.basics['name'] !== undefined && !/\d/.test(text) && line.number <= 2))
    )
      this.basics['label'] = text;
    else if (this.basics['location'] === undefined && place) this.basics['location'] = place;
    else if (headline) this.basics['label'] = text;
    else this.report(text, line, 'contact.unknown');
  }

  private fill(name: string, value: unknown, line: TextLine): void {
    if (this.basics[name] === undefined) this.basics[name] = value;
    else if (this.basics[name] !== value) this.report(value, line, 'field.taken');
  }

  private addSummary(lines: readonly TextLine[]): void {
    const text = lines
      .map((line) => line.text)
      .join(' ')
      .trim();
    if (text !== '') this.basics['summary'] = [this.basics['summary'], text].filter(Boolean).join('\n\n');
  }

  private addCustomSection(title: string, lines: readonly TextLine[]): void {
    if (lines.length === 0) return;
    const items = itemsOf('projects', lines);
    this.custom.push({ key: `custom-${this.custom.length + 1}`, title, items });
  }

  private report(value: unknown, { page, number }: TextLine, reason: string): void {
    this.unplaced.push({ pointer: `/pages/${page}/lines/${number}`, value, reason });
  }
}

/**
 * Reads the text layer of a résumé: name, contact details, and the sections under headings that are known in several languages.
 * Unknown headings that stand out become custom sections. Text without a field is reported as unplaced with its page and line.
 */
export function readPdfResume(pages: readonly TextPage[]): ParsedResume {
  return new ResumeBuilder().build(blocksOf(linesOfPages(pages)));
}

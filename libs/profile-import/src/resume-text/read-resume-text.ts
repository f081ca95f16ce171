import type { Unplaced } from '@canar/profile-document';
import type { TextLine } from '../layout/page';
import type { ParsedResume } from '../parsed-resume';
import { decideDates } from '../entries/decide-dates';
import { type Block, blocksOf } from '../headings/blocks';
import { contactOf, placeOf } from './contact';
import type { Grammar } from './grammar';
import { type Head, takeHead } from './head';
import { isDocumentTitle } from '../headings/headings';
import { joinLinks } from './join-links';
import { itemsOf } from '../sections/sections';
import { paragraphsOf } from './paragraphs';

type Fields = Record<string, unknown>;

/** Builds a JSON Resume from blocks. */
class ResumeBuilder {
  private readonly resume: Fields = {};
  private readonly basics: Fields = {};
  private readonly custom: Fields[] = [];
  private readonly unplaced: Unplaced[] = [];

  constructor(private readonly grammar: Grammar) {}

  build(blocks: readonly Block[]): ParsedResume {
    const { heads, rest } = takeHead(blocks);
    for (const head of heads) this.addHead(head);
    for (const block of rest) this.addBlock(block);
    if (Object.keys(this.basics).length > 0) this.resume['basics'] = this.basics;
    if (this.custom.length > 0) this.resume['meta'] = { canar: { custom: this.custom } };
    return { resume: this.resume, unplaced: this.unplaced };
  }

  private addBlock({ section, heading, lines: inside }: Block): void {
    const known = typeof section === 'string' ? this.grammar.lines?.(section, inside) : undefined;
    const lines = known ?? inside;
    if (section === 'contact') this.addContact(lines, false);
    else if (section === 'summary') this.addSummary(lines);
    else if (section !== null && typeof section === 'object') this.addCustomSection(section.title, lines, heading);
    else if (section !== null) {
      const items = this.grammar.items?.[section]?.(lines) ?? itemsOf(section, lines);
      this.resume[section] = [...((this.resume[section] as Fields[] | undefined) ?? []), ...items];
    }
  }

  private addHead({ name, label, contact, summary }: Head): void {
    if (name !== undefined) this.basics['name'] = name;
    if (label !== undefined) this.basics['label'] = label;
    if (name !== undefined && this.grammar.headline === 'all-but-place') this.addHeadline(contact);
    else this.addContact(contact, name !== undefined || this.basics['name'] === undefined);
    this.addSummary(summary);
  }

  /** Takes a headline of several lines; the last line is the place. */
  private addHeadline(lines: readonly TextLine[]): void {
    const last = lines.at(-1);
    const place = last && lines.length > 1 ? placeOf(last.text) : null;
    const headline = place ? lines.slice(0, -1) : lines;
    if (place) this.basics['location'] = place;
    if (headline.length > 0) this.basics['label'] = headline.map(({ text }) => text).join(' ');
  }

  /** @param headline whether a line that is no contact detail may be the headline */
  private addContact(lines: readonly TextLine[], headline: boolean): void {
    for (const line of joinLinks(lines)) {
      const { fields, rest } = contactOf([line]);
      const { profiles, ...single } = fields as { profiles?: Fields[] } & Fields;
      if (profiles)
        this.basics['profiles'] = [...((this.basics['profiles'] as Fields[] | undefined) ?? []), ...profiles];
      for (const [name, value] of Object.entries(single)) this.fill(name, value, line);
      for (const text of rest) this.addOther(text, line, headline && Object.keys(fields).length === 0);
    }
  }

  /** Adds a text that is not a contact detail: the first is the headline, one with commas a place. */
  private addOther(text: string, line: TextLine, plain: boolean): void {
    const place = placeOf(text);
    const headline =
      plain &&
      this.basics['label'] === undefined &&
      !/\p{L}\s*:/u.test(text) &&
      text !== this.basics['name'] &&
      /\p{L}/u.test(text) &&
      !isDocumentTitle(text);
    if (
      headline &&
      (!text.includes(',') || (this.basics['name'] !== undefined && !/\d/.test(text) && line.number <= 2))
    )
      this.basics['label'] = text;
    else if (this.basics['location'] === undefined && place && text !== this.basics['name'])
      this.basics['location'] = place;
    else if (headline && !place) this.basics['label'] = text;
    else if (text !== this.basics['name']) this.report(text, line, 'contact.unknown');
  }

  private fill(name: string, value: unknown, line: TextLine): void {
    if (this.basics[name] === undefined) this.basics[name] = value;
    else if (this.basics[name] !== value) this.report(value, line, 'field.taken');
  }

  private addSummary(lines: readonly TextLine[]): void {
    const text = paragraphsOf(lines).join('\n\n');
    if (text !== '') this.basics['summary'] = [this.basics['summary'], text].filter(Boolean).join('\n\n');
  }

  private addCustomSection(title: string, lines: readonly TextLine[], heading: TextLine | undefined): void {
    const items = itemsOf('projects', lines);
    if (items.length > 0) this.custom.push({ key: `custom-${this.custom.length + 1}`, title, items });
    else if (heading) this.report(heading.text, heading, 'section.empty');
  }

  private report(value: unknown, { page, number }: TextLine, reason: string): void {
    this.unplaced.push({ pointer: `/pages/${page}/lines/${number}`, value, reason });
  }
}

/**
 * Reads the lines of a résumé: name, contact details, and the sections under headings that are known in many languages. Unknown headings
 * that stand out become custom sections. Text without a field is reported as unplaced with its page and line.
 * @param flows texts in reading order, such as a sidebar and a main column
 * @param grammar what is known of the maker's documents
 */
export function readResumeText(flows: readonly (readonly TextLine[])[], grammar: Grammar = {}): ParsedResume {
  const { resume, unplaced } = new ResumeBuilder(grammar).build(blocksOf(flows));
  const texts = flows.flatMap((lines) => lines.map(({ text }) => text));
  return { resume: decideDates(resume, texts), unplaced };
}

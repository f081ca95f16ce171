import type { Unplaced } from '@canar/profile-document';
import type { TextLine } from '../layout/page';
import type { ParsedResume } from '../parsed-resume';
import { decideDates } from '../entries/decide-dates';
import { type Block, blocksOf } from '../headings/blocks';
import { contactOf, linkOf, placeOf } from './contact';
import { partContact } from './part-contact';
import { townsOf } from './towns';
import { roleWord } from './words';
import type { Grammar } from './grammar';
import { type Head, takeHead } from './head';
import { isDocumentTitle } from '../headings/headings';
import { joinLinks } from './join-links';
import { itemsOf } from '../sections/sections';
import { withSkillGroups } from './skill-groups';
import { paragraphsOf } from './paragraphs';

type Fields = Record<string, unknown>;

const endsAsRole =
  /(?:neur|teur|euse|iste?|ista|trice|tore|dora?|ologe|olog[oau]|ologue|grapher|erin|keeper|wright|smith|ician)$/u;

/** Whether a text is one word with a capital, as the name of a town is; a role of one word is mostly known, or ends as one. */
const isOneName = (text: string): boolean => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*$/u.test(text) && !endsAsRole.test(text);

interface OtherText {
  text: string;
  line: TextLine;
  /** no contact detail stands beside it */
  plain: boolean;
}

/** Builds a JSON Resume from blocks. */
class ResumeBuilder {
  private readonly resume: Fields = {};
  private readonly basics: Fields = {};
  private readonly custom: Fields[] = [];
  private readonly unplaced: Unplaced[] = [];

  /** texts of the head and of contact details that are none, until all of them are known */
  private others: OtherText[] = [];
  /** places that the positions name */
  private towns: ReadonlySet<string> = new Set();

  constructor(private readonly grammar: Grammar) {}

  /** @param links addresses that only icons of the first page lead to */
  build(blocks: readonly Block[], links: readonly string[]): ParsedResume {
    const { heads, rest } = takeHead(blocks);
    this.towns = townsOf(rest);
    for (const head of heads) this.addHead(head);
    this.placeOthers();
    for (const block of withSkillGroups(rest)) this.addBlock(block);
    this.addProfiles(links.map(linkOf).filter(({ network }) => network !== undefined));
    this.placeOthers();
    if (Object.keys(this.basics).length > 0) this.resume['basics'] = this.basics;
    if (this.custom.length > 0) this.resume['meta'] = { canar: { custom: this.custom } };
    return { resume: this.resume, unplaced: this.unplaced };
  }

  private addBlock({ section, heading, lines: inside }: Block): void {
    const known = typeof section === 'string' ? this.grammar.lines?.(section, inside) : undefined;
    const lines = known ?? inside;
    if (section === 'contact') this.addContact(lines, false);
    else if (section === 'summary') this.addAbout(lines);
    else if (section !== null && typeof section === 'object') this.addCustomSection(section.title, lines, heading);
    else if (section !== null) {
      const items = this.grammar.items?.[section]?.(lines) ?? itemsOf(section, lines);
      this.resume[section] = [...((this.resume[section] as Fields[] | undefined) ?? []), ...items];
    }
  }

  /** Adds accounts of networks that are not read yet. */
  private addProfiles(found: readonly Fields[]): void {
    const profiles = (this.basics['profiles'] as Fields[] | undefined) ?? [];
    const isSame = (one: Fields, other: Fields) =>
      one['url'] === undefined || other['url'] === undefined
        ? one['network'] === other['network'] && one['username'] === other['username']
        : one['url'] === other['url'];
    for (const profile of profiles) Object.assign(profile, found.find((other) => isSame(profile, other)) ?? {});
    const added = found.filter((other) => !profiles.some((profile) => isSame(profile, other)));
    if (added.length > 0) this.basics['profiles'] = [...profiles, ...added];
  }

  /** Adds what stands below "About": paragraphs, contact details, or both. */
  private addAbout(lines: readonly TextLine[]): void {
    const { contact, other } = partContact(lines);
    this.addContact(contact, false);
    this.addSummary(other);
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
      this.addProfiles(profiles ?? []);
      for (const [name, value] of Object.entries(single)) this.fill(name, value, line);
      const plain = headline && Object.keys(fields).length === 0;
      this.others.push(...rest.map((text) => ({ text, line, plain })));
    }
  }

  /**
   * Places the texts that are no contact details: one that names a role is the headline, one that positions name as their place is the
   * person's place.
   */
  private placeOthers(): void {
    const { others } = this;
    this.others = [];
    const headline = others.find(({ text }) => this.mayBeHeadline(text) && roleWord.test(text));
    if (headline) this.basics['label'] = headline.text;
    for (const other of others) if (other !== headline) this.addOther(other);
  }

  private addOther({ text, line, plain }: OtherText): void {
    if (text === this.basics['name']) return;
    const place = isDocumentTitle(text) || roleWord.test(text) ? null : placeOf(text);
    const known = place?.['countryCode'] !== undefined || this.towns.has(text);
    const isTown = place !== null && (known || isOneName(text));
    if (plain && this.mayBeHeadline(text) && !isTown && this.isHeadline(text, line)) this.basics['label'] = text;
    else if (this.basics['location'] === undefined && place) this.basics['location'] = place;
    else if (plain && this.mayBeHeadline(text) && !place) this.basics['label'] = text;
    else this.report(text, line, 'contact.unknown');
  }

  private mayBeHeadline(text: string): boolean {
    const unknown = this.basics['label'] === undefined && !isDocumentTitle(text);
    return unknown && !/\p{L}\s*:/u.test(text) && /\p{L}{2}/u.test(text) && !/\d+x\d+/.test(text);
  }

  /** Whether a text of the head without other evidence is the headline: without commas, or right below the name. */
  private isHeadline(text: string, { number }: TextLine): boolean {
    return !text.includes(',') || (this.basics['name'] !== undefined && !/\d/.test(text) && number <= 2);
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
    const { contact, other } = partContact(lines);
    if (contact.length > 0 && other.length === 0) return this.addContact(contact, false);
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
 * @param links addresses that only icons of the first page lead to
 */
export function readResumeText(
  flows: readonly (readonly TextLine[])[],
  grammar: Grammar = {},
  links: readonly string[] = [],
): ParsedResume {
  const { resume, unplaced } = new ResumeBuilder(grammar).build(blocksOf(flows), links);
  const texts = flows.flatMap((lines) => lines.map(({ text }) => text));
  return { resume: decideDates(resume, texts), unplaced };
}

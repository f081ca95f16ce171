import type { Content, Entry, Line, Quote, Section, Term } from '@canar/profile-print';
import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, type ParagraphChild, TextRun } from 'docx';

const muted = '5C5F68';

/** The styles by which a reader of the file, and our own import, tell its parts. */
const parts = {
  headline: 'CanarHeadline',
  contacts: 'CanarContacts',
  facts: 'CanarFacts',
  dates: 'CanarDates',
  author: 'CanarAuthor',
};

/** A paragraph in the direction of the page. */
type Paragraphs = (rtl: boolean) => Paragraph[];

function run(
  text: string,
  rtl: boolean,
  style: { bold?: boolean; color?: string; italics?: boolean; style?: string } = {},
): TextRun {
  return new TextRun({ text, rightToLeft: rtl, ...style });
}

function linked({ text, href }: Line, rtl: boolean): ParagraphChild {
  return href === null ? run(text, rtl) : new ExternalHyperlink({ link: href, children: [run(text, rtl)] });
}

function row(lines: readonly Line[], rtl: boolean): ParagraphChild[] {
  return lines.flatMap((line, index) => [...(index > 0 ? [run(' · ', rtl)] : []), linked(line, rtl)]);
}

function text(words: string, rtl: boolean, keepNext = false): Paragraph[] {
  if (words === '') return [];
  return [new Paragraph({ bidirectional: rtl, keepNext, spacing: { after: 80 }, children: [run(words, rtl)] })];
}

function heading(level: 1 | 2 | 3, children: ParagraphChild[], rtl: boolean): Paragraph {
  const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
  return new Paragraph({ heading: levels[level], bidirectional: rtl, keepNext: true, children });
}

const entry = ({ title, facts, dates, lead, paragraphs, bullets, words }: Entry, rtl: boolean): Paragraph[] => {
  const when = dates.length === 0 ? [] : [run(dates.join(' – '), rtl, { style: parts.dates })];
  const between = when.length > 0 && facts.length > 0 ? [run(' · ', rtl)] : [];
  const about = [...row(facts, rtl), ...between, ...when];
  const label = words.label === '' ? '' : `${words.label}: `;
  return [
    ...(title.text === '' ? [] : [heading(3, [linked(title, rtl)], rtl)]),
    ...(about.length === 0
      ? []
      : [
          new Paragraph({
            style: parts.facts,
            bidirectional: rtl,
            keepNext: true,
            spacing: { after: 60 },
            children: about,
          }),
        ]),
    ...[lead, ...paragraphs].flatMap((paragraph) => text(paragraph, rtl)),
    ...bullets.map(
      (bullet) => new Paragraph({ bidirectional: rtl, bullet: { level: 0 }, children: [run(bullet, rtl)] }),
    ),
    ...text(words.list.length === 0 ? '' : label + words.list.join(', '), rtl),
  ];
};

function term({ name, level, words }: Term, rtl: boolean): Paragraph {
  const head = [
    ...(name === '' ? [] : [run(name, rtl, { bold: true })]),
    ...(level === '' ? [] : [run(` – ${level}`, rtl)]),
  ];
  const separator = head.length > 0 && words.length > 0 ? ': ' : '';
  return new Paragraph({ bidirectional: rtl, children: [...head, run(separator + words.join(', '), rtl)] });
}

function quote({ by, paragraphs }: Quote, rtl: boolean): Paragraph[] {
  const said = paragraphs.map(
    (paragraph) =>
      new Paragraph({ bidirectional: rtl, indent: { start: 360 }, children: [run(paragraph, rtl, { italics: true })] }),
  );
  const author = new Paragraph({
    style: parts.author,
    bidirectional: rtl,
    spacing: { after: 80 },
    children: [run(`— ${by}`, rtl)],
  });
  return by === '' ? said : [...said, author];
}

function section(part: Section): Paragraphs {
  return (rtl) => [
    ...(part.title === '' ? [] : [heading(2, [run(part.title, rtl)], rtl)]),
    ...(part.kind === 'entries' ? part.items.flatMap((item) => entry(item, rtl)) : []),
    ...(part.kind === 'terms' ? part.items.map((item) => term(item, rtl)) : []),
    ...(part.kind === 'quotes' ? part.items.flatMap((item) => quote(item, rtl)) : []),
  ];
}

const styles = {
  paragraphStyles: [parts.headline, parts.contacts, parts.facts, parts.author].map((id) => ({
    id,
    name: id,
    basedOn: 'Normal',
  })),
  characterStyles: [{ id: parts.dates, name: parts.dates }],
  default: {
    document: { run: { font: 'Calibri', size: 21 } },
    heading1: { run: { size: 44, bold: true, color: '17181C' }, paragraph: { spacing: { after: 60 } } },
    heading2: { run: { size: 26, bold: true, color: '17181C' }, paragraph: { spacing: { before: 300, after: 100 } } },
    heading3: { run: { size: 22, bold: true, color: '17181C' }, paragraph: { spacing: { before: 180, after: 20 } } },
  },
};

/**
 * A profile as a Word file (Office Open XML): real headings, lists and links, the same texts in the same order as in the PDF.
 * @param content what is said
 */
export async function wordOf(content: Content): Promise<Buffer> {
  const { rtl, name, label, contacts, summary, sections } = content;
  const children = [
    heading(1, [run(name, rtl)], rtl),
    ...(label === ''
      ? []
      : [new Paragraph({ style: parts.headline, bidirectional: rtl, children: [run(label, rtl, { color: muted })] })]),
    ...(contacts.length === 0
      ? []
      : [new Paragraph({ style: parts.contacts, bidirectional: rtl, children: row(contacts, rtl) })]),
    ...summary.paragraphs.flatMap((paragraph) => text(paragraph, rtl)),
    ...sections.flatMap((part) => section(part)(rtl)),
  ];
  return Packer.toBuffer(new Document({ title: content.title, creator: name, styles, sections: [{ children }] }));
}

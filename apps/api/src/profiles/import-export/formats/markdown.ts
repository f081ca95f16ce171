import type { Content, Entry, Line, Quote, Section, Term } from '@canar/profile-print';

/** Text that Markdown reads as itself, also at the beginning of a line (CommonMark 0.31, 2.4). */
function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

function linked({ text, href }: Line): string {
  return href === null ? plain(text) : `[${plain(text)}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

function joined(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}

function entry({ title, facts, dates, lead, paragraphs, bullets, words }: Entry): string[] {
  const heading = title.text === '' ? [] : [`### ${linked(title)}`];
  const about = joined([...facts.map(linked), dates.map(plain).join(' – ')], ' · ');
  const label = words.label === '' ? '' : `${plain(words.label)}: `;
  const list = words.list.length === 0 ? [] : [label + words.list.map(plain).join(', ')];
  const points = bullets.length === 0 ? [] : [bullets.map((bullet) => `- ${plain(bullet)}`).join('\n')];
  return [...heading, about, plain(lead), ...paragraphs.map(plain), ...points, ...list];
}

function term({ name, level, words }: Term): string {
  const head = joined([name === '' ? '' : `**${plain(name)}**`, plain(level)], ' – ');
  return `- ${joined([head, words.map(plain).join(', ')], ': ')}`;
}

function quote({ by, paragraphs }: Quote): string[] {
  const said = paragraphs.map((paragraph) => `> ${plain(paragraph)}`).join('\n>\n');
  return [said, by === '' ? '' : `— ${plain(by)}`];
}

function section(part: Section): string[] {
  const title = part.title === '' ? [] : [`## ${plain(part.title)}`];
  switch (part.kind) {
    case 'entries':
      return [...title, ...part.items.flatMap(entry)];
    case 'terms':
      return [...title, part.items.map(term).join('\n')];
    case 'quotes':
      return [...title, ...part.items.flatMap(quote)];
  }
}

/** A profile as Markdown (CommonMark): the same texts in the same order as in the PDF. */
export function markdownOf(content: Content): string {
  const { name, label, contacts, summary, sections } = content;
  const blocks = [
    `# ${plain(name)}`,
    label === '' ? '' : `**${plain(label)}**`,
    contacts.map(linked).join(' · '),
    ...summary.paragraphs.map(plain),
    ...sections.flatMap(section),
  ];
  return `${joined(blocks, '\n\n')}\n`;
}

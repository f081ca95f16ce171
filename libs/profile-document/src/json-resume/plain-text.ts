import { decodeHTMLStrict } from 'entities';

/** A text without markup. */
export interface PlainText {
  /** its lines without the entries of lists; an empty line stands between paragraphs */
  lines: string;
  /** the entries of its lists, in order */
  entries: string[];
  /** all of it in order, entries with a bullet */
  text: string;
}

const inline = 'b|strong|i|em|u|s|del|ins|strike|a|span|code|pre|kbd|sub|sup|small|big|mark|font|tt|abbr|cite|q';
const block = 'p|br|hr|ul|ol|li|div|h[1-6]|blockquote|table|thead|tbody|tr|td|th|section|article|dl|dt|dd|html|body';
const tag = new RegExp(String.raw`<(/?)(${inline}|${block})(?:\s[^<>]*|/)?>`, 'gi');
const anchor = /<a\s(?:[^<>]*?\s)?href\s*=\s*["']?([^"'\s<>]*)["']?[^<>]*>([^<]*(?:<(?!\/a>)[^<]*)*)<\/a>/gi;
const comment = /<!--[^]*?-->/g;
const isBlock = new RegExp(`^(?:${block})$`, 'i');
const webAddress = /^https?:\/\//i;

/** Text and address of a link; only the text when it names the address or the address is no web page. */
function linked(text: string, address: string): string {
  const label = text.trim();
  const bare = (url: string) => url.replace(/^(?:https?:\/\/|mailto:)(?:www\.)?/i, '').replace(/\/$/, '');
  if (label === '') return webAddress.test(address) ? address : bare(address);
  return webAddress.test(address) && bare(label) !== bare(address) ? `${label} (${address})` : label;
}

const entryMark = '\u0001';
/** A paragraph at the beginning of an entry. */
const entryWithBreak = new RegExp(`${entryMark}\\s+`, 'g');

/** Replaces the tags that résumés hold by line breaks and marks of entries; what is no such tag (`R&D <lead>`) stays. */
function withoutTags(text: string): string {
  const flat = text
    .replace(comment, '')
    .replace(anchor, (_, address: string, label: string) => linked(label.replace(tag, ''), decodeHTMLStrict(address)));
  const lines = flat.replace(tag, (_, closing: string, name: string) => {
    if (!isBlock.test(name)) return '';
    return name.toLowerCase() === 'li' && closing === '' ? `\n${entryMark}` : '\n';
  });
  return lines.replace(entryWithBreak, entryMark);
}

// The characters beside a mark of emphasis: inside there is a letter or digit, outside there is none.
const emphases = [
  /(?<![\p{L}\p{N}*\\])\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_\\])__(?=\S)([^_\n]+?)(?<=\S)__(?![\p{L}\p{N}_]|\.\p{L})/gu,
  /(?<![\p{L}\p{N}*\\])\*(?=[\p{L}\p{N}])([^*\n]+?)(?<=[\p{L}\p{N}.!?)])\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_\\])_(?=[\p{L}\p{N}])([^_\n]+?)(?<=[\p{L}\p{N}.!?)])_(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}`\\])`([^`\n]+)`(?![\p{L}\p{N}`])/gu,
  /(?<![\p{L}\p{N}~\\])~~(?=\S)([^~\n]+?)(?<=\S)~~(?![\p{L}\p{N}~])/gu,
];
const markdownLink =
  /!?\[([^\][\n]*)\]\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*|mailto:[^\s()]+)(?:\s+"[^"\n]*")?\)/gi;
const heading = /^ {0,3}#{1,6} +(?=\S)/gm;

function withoutMarkdown(text: string): string {
  const flat = text
    .replace(markdownLink, (_, label: string, address: string) => linked(label, address))
    .replace(heading, '');
  return emphases.reduce((read, emphasis) => read.replace(emphasis, '$1'), flat);
}

/** A bullet sign at the beginning of an entry; hyphen and asterisk only before a space. */
const bullet = /^\s*(?:[•◦▪▫●○■□‣⁃∙·►▸▶➢➤✓✔✦❖➔→\uf0b7\uf0a7\uf0d8]\s*|[*+–—-]\s+)(?=\S)/u;

/** An entry of a list without the bullet sign before it. */
export function withoutBullet(text: string): string {
  return text.replace(bullet, '');
}

/**
 * A text with HTML tags, entities or Markdown as plain text, or `null` when it has none of them. Twice escaped text is read twice.
 * Links become `text (address)`.
 */
export function plainTextOf(typed: string): PlainText | null {
  if (!/[<&*_`~[#]/.test(typed)) return null;
  const decoded = decodeHTMLStrict(withoutTags(typed));
  const flat = withoutMarkdown(decodeHTMLStrict(withoutTags(decoded)));
  if (flat === typed) return null;
  const lines = flat.split('\n').map((line) => line.replace(/[^\S\n]+/gu, ' ').trim());
  const isEntry = (line: string) => line.startsWith(entryMark);
  const entryOf = (line: string) => line.slice(entryMark.length).trim();
  const entries = lines.filter(isEntry).map(entryOf);
  return {
    lines: joinParagraphs(lines.filter((line) => !isEntry(line))),
    entries: entries.filter((entry) => entry !== ''),
    text: joinParagraphs(lines.map((line) => (isEntry(line) ? `• ${entryOf(line)}` : line))),
  };
}

/** Lines with at most one empty line between them, and none before an entry of a list. */
function joinParagraphs(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n+(?=• )/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

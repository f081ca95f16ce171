import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** @typedef {import('../src/content').Content} Content */
/** @typedef {{ share: number, unread: string[] }} Readability share of texts in percent, rounded down, and the texts that are not found */

const unreadAtMost = 20;

/** The letters of a page without white space: `gaps[n]` is the white space before the n-th letter. */
class ReadText {
  letters = '';
  /** @type {Map<number, 'space' | 'line'>} */
  #gaps = new Map();

  /**
   * @param {string} text
   * @param {boolean} endsLine
   */
  add(text, endsLine) {
    for (const part of text.normalize('NFC').split(/(\s+)/)) {
      if (part.trim() === '') this.#gap(part === '' ? null : 'space');
      else this.letters += part;
    }
    if (endsLine) this.#gap('line');
  }

  /** @param {'space' | 'line' | null} kind */
  #gap(kind) {
    const at = this.letters.length;
    if (kind && this.#gaps.get(at) !== 'line') this.#gaps.set(at, kind);
  }

  /**
   * Where a text ends that is read exactly, from a place on: its letters in order, its spaces as spaces or ends of lines, and
   * nothing between its letters but ends of lines.
   * @param {string} text
   * @param {number} from
   * @returns {number} -1 when it is not there
   */
  endOf(text, from) {
    const words = text.normalize('NFC').split(/\s+/).filter(Boolean);
    const letters = words.join('');
    for (let at = this.letters.indexOf(letters, from); at >= 0; at = this.letters.indexOf(letters, at + 1)) {
      if (this.#spacedAs(words, at)) return at + letters.length;
    }
    return -1;
  }

  /**
   * @param {readonly string[]} words
   * @param {number} at
   */
  #spacedAs(words, at) {
    let from = at;
    return words.every((word, index) => {
      const parted = index === 0 || this.#gaps.has(from);
      for (let inside = from + 1; inside < from + word.length; inside += 1) {
        if (this.#gaps.get(inside) === 'space') return false;
      }
      from += word.length;
      return parted;
    });
  }
}

/**
 * @param {Uint8Array} pdf
 * @returns {Promise<ReadText>} the text in the order of the file, without headers and footers
 */
async function textOf(pdf) {
  const options = { verbosity: 0, useSystemFonts: false, isEvalSupported: false, disableFontFace: true };
  const document = await getDocument({ ...options, data: new Uint8Array(pdf) }).promise;
  const text = new ReadText();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    /** @type {boolean[]} */
    const artifacts = [];
    for (const item of items) {
      if ('str' in item) {
        if (!artifacts.includes(true)) text.add(item.str, item.hasEOL);
      } else if (item.type === 'endMarkedContent') artifacts.pop();
      else artifacts.push('tag' in item && item.tag === 'Artifact');
    }
    text.add('', true);
  }
  await document.loadingTask.destroy();
  return text;
}

/** @param {Content['sections'][number]['items'][number]} item */
function textsOf(item) {
  if ('facts' in item) {
    const { title, facts, dates, lead, paragraphs, bullets, words } = item;
    return [
      title.text,
      ...facts.map(({ text }) => text),
      ...dates,
      lead,
      ...paragraphs,
      ...bullets,
      words.list.length > 0 ? words.label : '',
      ...words.list,
    ];
  }
  return 'by' in item ? [...item.paragraphs, item.by] : [item.name, item.level, ...item.words];
}

/**
 * The text of a profile in groups: the items of a group in order, the texts of an item in any order.
 * @param {Content} content
 */
function groupsOf({ name, label, contacts, summary, sections }) {
  const groups = [
    { title: '', things: [[name, label, ...contacts.map(({ text }) => text)]] },
    { title: '', things: summary.paragraphs.map((paragraph) => [paragraph]) },
    ...sections.map(({ title, items }) => ({ title, things: /** @type {string[][]} */ (items.map(textsOf)) })),
  ];
  return groups.map(({ title, things }) => ({
    title,
    things: things.map((texts) => texts.filter((text) => text !== '')),
  }));
}

/**
 * Reads a PDF by pdf.js and compares it with its content. A section may be anywhere on the page; its texts must be in order.
 * @param {Uint8Array} pdf
 * @param {Content} content
 * @returns {Promise<Readability>}
 */
export async function readBack(pdf, content) {
  const read = await textOf(pdf);
  /** @type {string[]} */
  const unread = [];
  let [count, cursor] = [0, 0];
  for (const { title, things } of groupsOf(content)) {
    const start = title === '' ? cursor : Math.max(read.endOf(title, cursor), title === '' ? 0 : read.endOf(title, 0));
    if (title !== '') count += 1;
    if (start < 0) unread.push(title);
    cursor = Math.max(0, start);
    for (const texts of things) {
      const ends = texts.map((text) => ({ text, end: read.endOf(text, cursor) }));
      count += ends.length;
      unread.push(...ends.filter(({ end }) => end < 0).map(({ text }) => text));
      const longest = ends.filter(({ end }) => end >= 0).sort((a, b) => b.text.length - a.text.length)[0];
      cursor = longest?.end ?? cursor;
    }
  }
  const share = count === 0 ? 100 : Math.floor(((count - unread.length) / count) * 100);
  return { share, unread: unread.slice(0, unreadAtMost) };
}

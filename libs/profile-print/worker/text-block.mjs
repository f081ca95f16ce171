import { hex } from './cluster-font.mjs';

/** @typedef {import('./cluster-font.mjs').ClusterFont} ClusterFont */
/** @typedef {import('./cluster-font.mjs').Placed} Placed */
/** @typedef {{ text: string, glyphs: Placed[], end: number, own: boolean }} Unit what is read at once: its text in UTF-16 hexadecimal
 *   digits, its glyphs, the pen after it; `own` when it is one glyph whose code says that text already */
/** @typedef {{ font: ClusterFont, name: string, size: number, x: number, y: number, units: Unit[], source: string }} TextBlock places in points, y upwards */

const run = /0 Tr\n\/(f\d+) ([\d.]+) Tf\n1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm\n(\[[\s\S]*?\] TJ|\([\s\S]*?\) Tj)\n/y;
const opened = /\/Span <<\s*\/ActualText <FEFF([0-9A-F]*)>\s*>> BDC\n/y;
const shown = /\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|(-?[\d.]+)/g;

/**
 * @param {string} digits UTF-16 in hexadecimal digits
 * @returns {string}
 */
export function utf16(digits) {
  return (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

/** @param {string} literal */
function codesOf(literal) {
  /** @type {Record<string, string>} */
  const named = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const bytes = literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal, char) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (named[char] ?? char),
  );
  return (bytes.match(/[\s\S]{2}/g) ?? []).map((pair) => pair.charCodeAt(0) * 256 + pair.charCodeAt(1));
}

/** Reads the operators between BT and ET as units. */
class BlockReader {
  #fontNamed;
  /** @type {Unit[]} */
  #units = [];
  /** @type {{ font: ClusterFont, name: string, size: number } | null} */
  #set = null;

  /** @param {(name: string) => ClusterFont | null} fontNamed */
  constructor(fontNamed) {
    this.#fontNamed = fontNamed;
  }

  /**
   * @param {string} source
   * @returns {Pick<TextBlock, 'font' | 'name' | 'size' | 'units'> | null} null when it is written in any other way
   */
  read(source) {
    let at = 0;
    /** @type {string | null} */
    let actual = null;
    while (at < source.length) {
      opened.lastIndex = run.lastIndex = at;
      const span = opened.exec(source);
      const found = span ? null : run.exec(source);
      const closed = actual !== null && source.startsWith('EMC\n', at);
      if (span) [actual, at] = [this.#open(span[1] ?? ''), opened.lastIndex];
      else if (found && this.#run(found, actual)) at = run.lastIndex;
      else if (closed) [actual, at] = [null, at + 4];
      else return null;
    }
    return this.#set && { ...this.#set, units: this.#units.filter(({ glyphs }) => glyphs.length > 0) };
  }

  /** @param {string} text */
  #open(text) {
    this.#units.push({ text, glyphs: [], end: -Infinity, own: false });
    return text;
  }

  /**
   * @param {RegExpExecArray} found
   * @param {string | null} actual
   */
  #run([, name = '', sizeText, x, y, operands = ''], actual) {
    const font = this.#set?.font ?? this.#fontNamed(name);
    const size = Number(sizeText);
    if (!font || (this.#set && (this.#set.name !== name || this.#set.size !== size))) return false;
    this.#set = { font, name, size };
    let pen = (Number(x) / size) * 1000;
    const start = pen;
    for (const [, literal, adjustment] of operands.matchAll(shown)) {
      if (adjustment !== undefined) pen -= Number(adjustment);
      for (const glyph of literal === undefined ? [] : codesOf(literal)) {
        this.#place({ glyph, x: pen, y: (-Number(y) / size) * 1000 }, actual, font);
        pen += font.widthOf(glyph);
        const unit = this.#units.at(-1);
        if (unit) unit.end = Math.max(unit.end, start, pen);
      }
    }
    return true;
  }

  /**
   * @param {Placed} placed
   * @param {string | null} actual
   * @param {ClusterFont} font
   */
  #place(placed, actual, font) {
    const text = font.textOf(placed.glyph);
    if (actual === null)
      this.#units.push({ text, glyphs: [], end: -Infinity, own: !/\p{Mn}/u.test(utf16(text.slice(4))) });
    this.#units.at(-1)?.glyphs.push(placed);
  }
}

/**
 * The units of a text block.
 * @param {string} source the operators between BT and ET
 * @param {{ x: number, y: number }} place where the block's own coordinates begin, in points
 * @param {(name: string) => ClusterFont | null} fontNamed
 * @returns {TextBlock | null} null when it is written in another way than the compiler's usual one
 */
export function readBlock(source, { x, y }, fontNamed) {
  const read = new BlockReader(fontNamed).read(source);
  return read && { ...read, x, y, source };
}

/**
 * A cluster's first character, which carries its glyphs and its width, and the rest, which carries neither: pdf.js takes any code
 * whose text holds a combining mark for one without width.
 * @param {string} text UTF-16 in hexadecimal digits
 */
function parted(text) {
  const first = /^D[89AB]/.test(text) ? 8 : 4;
  return { head: text.slice(0, first), tail: text.slice(first) };
}

/**
 * Where a unit stands: at its first glyph that has a width, for marks hang at other heights.
 * @param {Pick<Unit, 'glyphs'>} unit
 * @param {ClusterFont} font
 */
function originOf({ glyphs }, font) {
  return glyphs.find(({ glyph }) => font.widthOf(glyph) > 0) ?? glyphs[0];
}

/**
 * The operators of a text block: a code for each unit that is one glyph, two for a cluster.
 * @param {TextBlock} block
 */
export function writeBlock({ font, name, size, units }) {
  const origin = units[0] && originOf(units[0], font);
  if (!origin) return '';
  let pen = origin.x;
  const renderedUnits = units.map(({ text, glyphs, end, own }) => {
    const place = originOf({ glyphs }, font) ?? origin;
    const { head, tail } = parted(text);
    const { x } = place;
    const codes = own ? [place.glyph] : [font.codeFor(head, glyphs, { place, width: end - x })];
    if (!own && tail !== '') codes.push(font.codeFor(tail, [], { place, width: 0 }));
    const move = Math.round((pen - x) * 1000) / 1000;
    pen = x + codes.reduce((width, code) => width + font.widthOf(code), 0);
    return `${Math.abs(move) < 0.01 ? '' : `${move} `}<${codes.map(hex).join('')}>`;
  });
  const points = (/** @type {number} */ thousandths) => Number(((thousandths * size) / 1000).toFixed(5));
  const moved = `1 0 0 -1 ${points(origin.x)} ${-points(origin.y)} Tm`;
  return `0 Tr\n/${name} ${size} Tf\n${moved}\n[${renderedUnits.join(' ').replaceAll('> <', '')}] TJ\n`;
}

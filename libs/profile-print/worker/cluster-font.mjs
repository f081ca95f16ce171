import { TrueTypeFont } from './true-type.mjs';

/** @typedef {import('./pdf-file.mjs').PdfFile} PdfFile */
/** @typedef {import('./true-type.mjs').Component} Component */
/** @typedef {{ components: Component[], advance: number, text: string, width: number }} Cluster `width` in thousandths of the type size */
/** @typedef {{ glyph: number, x: number, y: number }} Placed a glyph at thousandths of the type size, y upwards */

const entriesPerBlock = 100;

/**
 * @param {number} code
 * @returns {string} four hexadecimal digits
 */
export function hex(code) {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/**
 * @param {PdfFile} file
 * @param {number} id of the composite font
 * @returns {ClusterFont | null} null for a font without TrueType outlines
 */
export function clusterFontOf(file, id) {
  const reference = (/** @type {string} */ dict, /** @type {string} */ name) =>
    Number(new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(dict)?.[1]);
  const dict = file.dictOf(id);
  const descendant = reference(dict, 'DescendantFonts');
  const descriptor = reference(file.dictOf(descendant), 'FontDescriptor');
  const program = reference(file.dictOf(descriptor), 'FontFile2');
  const toUnicode = reference(dict, 'ToUnicode');
  if (Number.isNaN(program) || Number.isNaN(toUnicode)) return null;
  return new ClusterFont(file, { descendant, descriptor, program, toUnicode });
}

/** One font of a file: the texts and widths of its codes, and the added clusters. */
export class ClusterFont {
  #file;
  #ids;
  #font;
  /** @type {Map<number, number>} */
  #widths = new Map();
  /** @type {Map<number, string>} */
  #texts;
  /** @type {Map<string, { code: number, cluster: Cluster }>} */
  #clusters = new Map();

  /**
   * @param {PdfFile} file
   * @param {{ descendant: number, descriptor: number, program: number, toUnicode: number }} ids
   */
  constructor(file, ids) {
    this.#file = file;
    this.#ids = ids;
    this.#font = new TrueTypeFont(file.streamOf(ids.program));
    const widths = /\/W \[([\d. ]*)\]/.exec(file.dictOf(ids.descendant))?.[1] ?? '';
    const numbers = widths.split(' ').map(Number);
    for (let at = 0; at + 2 < numbers.length; at += 3) {
      const [from = 0, to = 0, width = 0] = numbers.slice(at, at + 3);
      for (let code = from; code <= to; code += 1) this.#widths.set(code, width);
    }
    const entries = file
      .streamOf(ids.toUnicode)
      .toString('latin1')
      .matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm);
    this.#texts = new Map([...entries].map(([, code = '', text = '']) => [Number.parseInt(code, 16), text]));
  }

  /** @param {number} code */
  widthOf(code) {
    return this.#widths.get(code) ?? 0;
  }

  /**
   * @param {number} code
   * @returns {string} UTF-16 in hexadecimal digits
   */
  textOf(code) {
    return this.#texts.get(code) ?? '';
  }

  /**
   * One code for several glyphs.
   * @param {string} text UTF-16 in hexadecimal digits
   * @param {readonly Placed[]} glyphs
   * @param {{ place: { x: number, y: number }, width: number }} room their common origin, and their total width
   */
  codeFor(text, glyphs, { place, width }) {
    const scale = this.#font.unitsPerEm / 1000;
    const components = glyphs.map(({ glyph, x, y }) => ({
      glyph,
      dx: Math.round((x - place.x) * scale),
      dy: Math.round((y - place.y) * scale),
    }));
    const key = JSON.stringify([text, components]);
    const known = this.#clusters.get(key);
    const code = known?.code ?? this.#font.glyphs + this.#clusters.size;
    if (!known) {
      this.#clusters.set(key, { code, cluster: { components, text, width, advance: Math.round(width * scale) } });
      this.#widths.set(code, Number(width.toFixed(3)));
    }
    return code;
  }

  /** Writes the gathered clusters into the file. */
  write() {
    const added = [...this.#clusters.values()];
    if (added.length === 0) return;
    const { descendant, descriptor, program, toUnicode } = this.#ids;
    this.#file.setStream(program, this.#font.with(added.map(({ cluster }) => cluster)));
    const widths = added.map(({ code, cluster }) => ` ${code} ${code} ${Number(cluster.width.toFixed(3))}`).join('');
    const fontDict = this.#file.dictOf(descendant);
    this.#file.setDict(
      descendant,
      fontDict.replace(/\/W \[([^\]]*)\]/, (_, kept) => `/W [${kept}${widths}]`),
    );
    this.#file.setDict(descriptor, this.#file.dictOf(descriptor).replace(/\s*\/CIDSet \d+ 0 R/, ''));
    const lines = added.map(({ code, cluster }) => `<${hex(code)}> <${cluster.text}>`);
    const blocks = [];
    for (let at = 0; at < lines.length; at += entriesPerBlock) {
      const block = lines.slice(at, at + entriesPerBlock);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
    }
    const map = this.#file.streamOf(toUnicode).toString('latin1');
    this.#file.setStream(toUnicode, Buffer.from(map.replace(/endcmap/, `${blocks.join('')}endcmap`), 'latin1'));
  }
}

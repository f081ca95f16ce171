import { openTypeFile } from './open-type-file.mjs';

/** @typedef {{ glyph: number, dx: number, dy: number }} Component a glyph, moved by font units */
/** @typedef {{ components: Component[], advance: number }} Composite several glyphs as one; `advance` in font units */

const longMetric = 4;
const wordsThatAreOffsets = 0x3;
const moreFollow = 0x20;

/** A TrueType font to which composite glyphs can be added. Format: OpenType 1.9, "glyf", "loca", "hmtx", "maxp". */
export class TrueTypeFont {
  /** @type {Map<string, Buffer>} */
  #tables = new Map();
  #flavor;

  /** @param {Buffer} file */
  constructor(file) {
    this.#flavor = file.readUInt32BE(0);
    for (let index = 0; index < file.readUInt16BE(4); index += 1) {
      const record = 12 + index * 16;
      const [offset, length] = [file.readUInt32BE(record + 8), file.readUInt32BE(record + 12)];
      this.#tables.set(file.toString('latin1', record, record + 4), file.subarray(offset, offset + length));
    }
  }

  get unitsPerEm() {
    return this.#table('head').readUInt16BE(18);
  }

  get glyphs() {
    return this.#table('maxp').readUInt16BE(4);
  }

  /** @param {string} tag */
  #table(tag) {
    const table = this.#tables.get(tag);
    if (!table) throw new Error(`The font has no ${tag}`);
    return table;
  }

  /**
   * The font with more glyphs after its own, in their order.
   * @param {readonly Composite[]} composites
   * @returns {Buffer}
   */
  with(composites) {
    const outlines = composites.map((composite) => this.#outline(composite));
    const tables = new Map(this.#tables);
    this.#addOutlines(tables, outlines);
    this.#addMetrics(tables, composites, outlines);
    const post = Buffer.from(this.#tables.get('post')?.subarray(0, 32) ?? Buffer.alloc(32));
    post.writeUInt32BE(0x30000, 0);
    tables.set('post', post);
    return openTypeFile(
      this.#flavor,
      [...tables].map(([tag, data]) => ({ tag, data })),
    );
  }

  #offsets() {
    const loca = this.#table('loca');
    const long = this.#table('head').readInt16BE(50) === 1;
    return Array.from({ length: this.glyphs + 1 }, (_, index) =>
      long ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2,
    );
  }

  /** @param {Composite} composite */
  #outline({ components }) {
    const offsets = this.#offsets();
    const glyf = this.#table('glyf');
    const inked = components.filter(({ glyph }) => (offsets[glyph + 1] ?? 0) > (offsets[glyph] ?? 0));
    if (inked.length === 0) return Buffer.alloc(0);
    const boxes = inked.map(({ glyph, dx, dy }) =>
      [dx, dy, dx, dy].map((move, side) => move + glyf.readInt16BE((offsets[glyph] ?? 0) + 2 + side * 2)),
    );
    const side = (/** @type {number} */ index) => boxes.map((box) => box[index] ?? 0);
    const box = [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
    const words = inked.flatMap(({ glyph, dx, dy }, index) => {
      const flags = wordsThatAreOffsets + (index < inked.length - 1 ? moreFollow : 0);
      return [flags, glyph, dx, dy];
    });
    const outline = Buffer.alloc(10 + words.length * 2 + (words.length % 2 === 0 ? 2 : 0));
    [-1, ...box, ...words].forEach((word, index) => outline.writeUInt16BE(word & 0xffff, index * 2));
    return outline;
  }

  /**
   * @param {Map<string, Buffer>} tables
   * @param {readonly Buffer[]} outlines
   */
  #addOutlines(tables, outlines) {
    const glyf = this.#table('glyf');
    const offsets = this.#offsets().slice(0, -1);
    const padding = Buffer.alloc((4 - (glyf.length % 4)) % 4);
    const loca = Buffer.alloc((offsets.length + outlines.length + 1) * 4);
    // The last glyph of the font ends where the added ones begin: with padding, as "glyf" allows.
    let at = glyf.length + padding.length;
    const starts = [...offsets, ...outlines.map((outline) => (at += outline.length) - outline.length), at];
    starts.forEach((start, index) => loca.writeUInt32BE(start, index * 4));
    const head = Buffer.from(this.#table('head'));
    head.writeInt16BE(1, 50);
    const maxp = Buffer.from(this.#table('maxp'));
    maxp.writeUInt16BE(this.glyphs + outlines.length, 4);
    // Points, contours and components of composites, and how deep they nest.
    for (const [field, min] of [
      [10, 4_000],
      [12, 400],
      [28, 32],
      [30, 8],
    ]) {
      maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(field ?? 0), min ?? 0), field ?? 0);
    }
    tables.set('glyf', Buffer.concat([glyf, padding, ...outlines]));
    tables.set('loca', loca).set('head', head).set('maxp', maxp);
  }

  /**
   * @param {Map<string, Buffer>} tables
   * @param {readonly Composite[]} composites
   * @param {readonly Buffer[]} outlines
   */
  #addMetrics(tables, composites, outlines) {
    const hhea = Buffer.from(this.#table('hhea'));
    const hmtx = this.#table('hmtx');
    const count = hhea.readUInt16BE(34);
    const widened = Buffer.alloc((this.glyphs + composites.length) * longMetric);
    for (let glyph = 0; glyph < this.glyphs; glyph += 1) {
      const bearing = glyph < count ? glyph * longMetric + 2 : count * longMetric + (glyph - count) * 2;
      widened.writeUInt16BE(hmtx.readUInt16BE(Math.min(glyph, count - 1) * longMetric), glyph * longMetric);
      widened.writeInt16BE(hmtx.readInt16BE(bearing), glyph * longMetric + 2);
    }
    composites.forEach(({ advance }, index) => {
      const at = (this.glyphs + index) * longMetric;
      widened.writeUInt16BE(Math.max(0, advance), at);
      widened.writeInt16BE(outlines[index]?.length ? (outlines[index]?.readInt16BE(2) ?? 0) : 0, at + 2);
    });
    hhea.writeUInt16BE(this.glyphs + composites.length, 34);
    tables.set('hhea', hhea).set('hmtx', widened);
  }
}

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { drawableContent } from './drawable.mjs';
import { alphabeticFaces, eastAsianFaces, isEastAsian } from './faces.mjs';
import { oneGlyphPerCluster } from './one-glyph-per-cluster.mjs';

const require = createRequire(import.meta.url);
/** @type {typeof import('@myriaddreamin/typst-ts-node-compiler')} */
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const sheets = fileURLToPath(new URL('../typst/', import.meta.url));

/** @typedef {import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler} Compiler */

// The first pass names what cannot be drawn, the second prints without it; a third only where leaving out has uncovered more.
const maxPasses = 3;

/** @param {Buffer[]} fontBlobs */
function compilerWith(fontBlobs) {
  return NodeCompiler.create({ workspace: sheets, fontArgs: [{ fontBlobs }] });
}

/**
 * Typesets content. The only file that uses the Typst compiler.
 *
 * Data reaches Typst as a JSON file and as image bytes, never as markup; the compiler sees no folder but the templates'.
 */
export class Typesetter {
  #alphabetic = compilerWith(alphabeticFaces());
  /** @type {Compiler | null} */
  #eastAsian = null;
  #compiler = this.#alphabetic;

  /**
   * Characters without a glyph are left out, so that no empty boxes are printed, and reported.
   * @param {{ look: object, content: object, photo: { bytes: Uint8Array, format: string } | null, draft: string | null }} job
   * @returns {{ pdf: Uint8Array, pages: number, accessible: boolean, unsupportedGlyphs: string[] }}
   * @throws {Error} with the compiler's message when the document cannot be set
   */
  set(job) {
    /** @type {Set<string>} */
    const missing = new Set();
    for (let pass = 1; ; pass += 1) {
      const content = missing.size === 0 ? job.content : drawableContent(job.content, [...missing]);
      const printed = this.#printed({ ...job, content });
      if (printed.unsupportedGlyphs.length === 0 || pass === maxPasses) {
        return { ...printed, unsupportedGlyphs: [...missing, ...printed.unsupportedGlyphs] };
      }
      for (const glyph of printed.unsupportedGlyphs) missing.add(glyph);
    }
  }

  /** @param {{ look: object, content: object, photo: { bytes: Uint8Array, format: string } | null, draft: string | null }} job */
  #printed({ look, content, photo, draft }) {
    const image = photo === null ? null : `photo.${photo.format}`;
    const data = JSON.stringify({ ...content, look, photo: image, draft });
    return this.#print('profile.typ', data, photo === null ? null : { name: `${image}`, bytes: photo.bytes });
  }

  /**
   * @param {import('../src/invoice-text').InvoiceText} invoice
   * @returns {import('../src/invoice-text').PrintedInvoice}
   * @throws {Error} with the compiler's message when it cannot be set
   */
  setInvoice(invoice) {
    return this.#print('invoice.typ', JSON.stringify({ ...invoice, rtl: false }), null);
  }

  /**
   * @param {string} sheet
   * @param {string} data
   * @param {{ name: string, bytes: Uint8Array } | null} image
   */
  #print(sheet, data, image) {
    this.#compiler = isEastAsian(data) ? this.#withEastAsian() : this.#alphabetic;
    this.#compiler.resetShadow();
    this.#compiler.mapShadow(`${sheets}content.json`, Buffer.from(data));
    if (image !== null) this.#compiler.mapShadow(`${sheets}${image.name}`, Buffer.from(image.bytes));
    try {
      const printed = this.#pdfOf(this.#compiled(`${sheets}${sheet}`));
      return { ...printed, pdf: oneGlyphPerCluster(printed.pdf, data.normalize('NFC')) };
    } finally {
      this.#compiler.resetShadow();
      this.#compiler.evictCache(2);
    }
  }

  #withEastAsian() {
    this.#eastAsian ??= compilerWith([...alphabeticFaces(), ...eastAsianFaces()]);
    return this.#eastAsian;
  }

  /** @param {string} mainFilePath */
  #compiled(mainFilePath) {
    const outcome = this.#compiler.compile({ mainFilePath });
    const document = outcome.result;
    if (document) return document;
    const error = outcome.takeError();
    throw new Error(error ? JSON.stringify(error.shortDiagnostics) : 'Typst gave neither a document nor an error');
  }

  /**
   * PDF/UA-1 forbids text that no font can draw. The exporter's error lists each such text, and so exactly the missing
   * glyphs; the same document is then written as an ordinary tagged PDF.
   * @param {import('@myriaddreamin/typst-ts-node-compiler').NodeTypstDocument} document
   */
  #pdfOf(document) {
    const pages = document.numOfPages;
    try {
      const pdf = this.#compiler.pdf(document, { pdfStandard: 'ua-1' });
      return { pdf, pages, accessible: true, unsupportedGlyphs: [] };
    } catch (refusal) {
      const unsupportedGlyphs = missingGlyphs(String(refusal));
      return { pdf: this.#compiler.pdf(document, {}), pages, accessible: false, unsupportedGlyphs };
    }
  }
}

/**
 * The texts that an exporter's error reports as impossible to display, without invisible characters.
 * @param {string} refusal
 * @returns {string[]}
 */
export function missingGlyphs(refusal) {
  const named = [...refusal.matchAll(/the text `\\"(.*?)\\"` could not be displayed/gsu)].map(([, text = '']) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return [...new Set(named)].filter((text) => !/^\p{Default_Ignorable_Code_Point}*$/u.test(text));
}

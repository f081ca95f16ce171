import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
/** @type {typeof import('@myriaddreamin/typst-ts-node-compiler')} */
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const sheets = fileURLToPath(new URL('../typst/', import.meta.url));

// Only what the templates use: every registered font costs memory and time in each child.
const faces = [
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  'noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf',
];

/**
 * Sets copy in type. The only file that knows the Typst compiler.
 *
 * Data reaches Typst as a JSON file and as image bytes, never as markup; the compiler sees no folder but the templates'.
 */
export class Typesetter {
  #compiler = NodeCompiler.create({
    workspace: sheets,
    fontArgs: [{ fontBlobs: faces.map((face) => readFileSync(require.resolve(`@expo-google-fonts/${face}`))) }],
  });

  /**
   * @param {{ template: string, copy: object, photo: { bytes: Uint8Array, format: string } | null }} job
   * @returns {{ pdf: Uint8Array, pages: number, accessible: boolean, unsupportedGlyphs: string[] }}
   * @throws {Error} with the compiler's words when the document cannot be set
   */
  set({ template, copy, photo }) {
    const image = photo === null ? null : `photo.${photo.format}`;
    this.#compiler.resetShadow();
    this.#compiler.mapShadow(`${sheets}copy.json`, Buffer.from(JSON.stringify({ ...copy, photo: image })));
    if (photo !== null) this.#compiler.mapShadow(`${sheets}${image}`, Buffer.from(photo.bytes));
    try {
      return this.#pdfOf(this.#compiled(`${sheets}${template}.typ`));
    } finally {
      this.#compiler.resetShadow();
      this.#compiler.evictCache(2);
    }
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
   * PDF/UA-1 forbids text that no font can draw. The exporter's refusal names each such text, which makes it the exact
   * list of missing glyphs; the same document is then written as an ordinary tagged PDF.
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
 * The texts that an exporter's refusal calls impossible to display, without those that have no picture by nature.
 * @param {string} refusal
 * @returns {string[]}
 */
export function missingGlyphs(refusal) {
  const named = [...refusal.matchAll(/the text `\\"(.*?)\\"` could not be displayed/gsu)].map(([, text = '']) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return [...new Set(named)].filter((text) => !/^\p{Default_Ignorable_Code_Point}*$/u.test(text));
}

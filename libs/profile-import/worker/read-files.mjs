// Prints the text layers of all PDFs of a folder as JSON, by file name: one process for the tests of the corpus.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdfText } from './pdf-text.mjs';

const [, , folder = '.', limits = '{}'] = process.argv;
const texts = /** @type {Record<string, unknown>} */ ({});
for (const name of readdirSync(folder).filter((file) => file.endsWith('.pdf'))) {
  texts[name] = await readPdfText(readFileSync(join(folder, name)), JSON.parse(limits));
}
process.stdout.write(JSON.stringify(texts));

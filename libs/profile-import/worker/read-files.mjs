// Prints the text layers of PDFs as JSON, by file name: one process for the tests of the corpus.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readPdfText } from './pdf-text.mjs';

const [, , limits = '{}', ...paths] = process.argv;
const texts = /** @type {Record<string, unknown>} */ ({});
for (const path of paths) texts[basename(path)] = await readPdfText(readFileSync(path), JSON.parse(limits));
process.stdout.write(JSON.stringify(texts));

// Explains how résumés are read, and draws each page of a PDF with what was found on it into out/explain; of a folder, one line about
// each file.
// Usage: npx nx run profile-import:explain FILE…|FOLDER…
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ImportFailed } from '../import-failed';
import { isPdf } from '../pdf-text/is-pdf';
import { PdfTextReader } from '../pdf-text/pdf-text-reader';
import { drawPages } from './draw-pages';
import { explainFile, summarizeFile } from './explain';

const pdfs = new PdfTextReader();

async function drawPdf(path: string, bytes: Buffer): Promise<void> {
  const { pages } = await pdfs.read(bytes);
  const files = drawPages(path, pages, join(process.cwd(), 'out', 'explain', basename(path, '.pdf')));
  console.log(['Drawn:', ...files.map((file) => `  ${file}`)].join('\n'));
}

/** A file that cannot be read is explained already. */
function ignoreUnreadable(error: unknown): void {
  if (!(error instanceof ImportFailed)) throw error;
}

async function explainPath(path: string): Promise<void> {
  if (!statSync(path).isDirectory()) {
    const bytes = readFileSync(path);
    console.log(`${path}\n${await explainFile(bytes, pdfs)}`);
    if (isPdf(bytes)) await drawPdf(path, bytes).catch(ignoreUnreadable);
    return;
  }
  for (const name of readdirSync(path).filter((file) => /\.(json|pdf|zip)$/i.test(file))) {
    console.log(`${name}  ${await summarizeFile(readFileSync(join(path, name)), pdfs)}`);
  }
}

async function explainAll(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) throw new Error('Name a file or a folder of résumés.');
  for (const path of paths) await explainPath(path);
}

explainAll(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

// Explains how résumés are read; of a folder, one line about each file.
// Usage: npx nx run profile-import:explain FILE…|FOLDER…
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PdfTextReader } from '../pdf-text/pdf-text-reader';
import { explainFile, summarizeFile } from './explain';

const pdfs = new PdfTextReader();

async function explainPath(path: string): Promise<void> {
  if (!statSync(path).isDirectory()) {
    console.log(`${path}\n${await explainFile(readFileSync(path), pdfs)}`);
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

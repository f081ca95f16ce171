import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { test as base } from '@playwright/test';
import { programPath } from '@canar/test-programs';

const require = createRequire(__filename);

/** The parts of a JSON Resume that the walk looks for again. */
export interface Resume {
  basics: { name: string; label: string };
  work: { name: string; position: string }[];
}

/** A test that is left out, and counted as skipped, where there is no browser. */
export const test = base.extend({});
test.skip(() => programPath('chromium', process.env) === null, 'There is no Chromium on this machine.');

/** The example of a senior engineer that `@jsonresume/schema` ships: its text, and what is in it. */
export async function seniorEngineer(): Promise<{ path: string; resume: Resume }> {
  const folder = resolve(require.resolve('@jsonresume/schema/package.json'), '..');
  const path = resolve(folder, 'examples/senior-engineer.resume.json');
  return { path, resume: JSON.parse(await readFile(path, 'utf8')) as Resume };
}

/** The text of a PDF, page after page, in the order in which a program reads it. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages.join(' ').replace(/\s+/g, ' ');
}

/** A PDF of one empty page, as somebody's CV. */
export const cvFile = {
  name: 'Lena CV.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
};

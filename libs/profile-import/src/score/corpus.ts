import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { officeKindOf, officeTexts } from '../office/read-office';
import { linesOfParagraphs } from '../office/paragraphs';
import type { TextLine } from '../layout/page';
import { type PdfText, textLimits } from '../pdf-text/pdf-text-reader';
import { type ImportedResume, ResumeImporter } from '../resume-importer';
import { linesOfPages } from './lost-words';
import { type Part, parts } from './parts';

const sourceSchema = z.strictObject({
  program: z.string(),
  layout: z.string(),
  language: z.string(),
  made: z.enum(['look-alike', 'stranger']),
  maker: z.string().optional(),
});

/** A file of the corpus: where it comes from, and the document that is right. */
export interface CorpusFile {
  name: string;
  part: Part;
  source: z.infer<typeof sourceSchema>;
  bytes: Buffer;
  expected: Record<string, unknown>;
}

const root = join(__dirname, '../..');

const folderOf = (part: Part): string => join(root, 'corpus', part);

/** Reads the files of a part of `corpus/`; each has an entry in `sources.json` and the right document beside it. */
export function readCorpus(part: Part): CorpusFile[] {
  const folder = folderOf(part);
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const sources = z.record(z.string(), sourceSchema).parse(json('sources.json'));
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => {
      const source = sources[name];
      if (!source) throw new Error(`sources.json does not name ${name}.`);
      const expected = json(`${name.replace(/\.\w+$/, '')}.expected.json`) as Record<string, unknown>;
      return { name, part, source, bytes: readFileSync(join(folder, name)), expected };
    });
}

/** All files of `corpus/`, part by part. */
export function readWholeCorpus(): CorpusFile[] {
  return parts.flatMap(readCorpus);
}

/** The text layers of the PDFs among some files, by file name; read in one child process. */
export function readCorpusTexts(files: readonly CorpusFile[]): Map<string, PdfText> {
  const paths = files.filter(({ name }) => name.endsWith('.pdf')).map(({ part, name }) => join(folderOf(part), name));
  const script = join(root, 'worker/read-files.mjs');
  const output = execFileSync(process.execPath, [script, JSON.stringify(textLimits), ...paths], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Map(Object.entries(JSON.parse(output) as Record<string, PdfText>));
}

/** Imports a file whose text layer was read before; `lines` are what the file says. */
export async function importCorpusFile(
  { bytes }: CorpusFile,
  text: PdfText | undefined,
): Promise<{ imported: ImportedResume; lines: TextLine[] }> {
  const importer = new ResumeImporter({
    read: () => (text ? Promise.resolve(text) : Promise.reject(new Error('no PDF'))),
  });
  const imported = await importer.file(bytes);
  if (text) return { imported, lines: linesOfPages(text.pages) };
  const kind = officeKindOf(bytes);
  if (kind === null) throw new Error('neither a PDF nor a file of a word processor');
  return { imported, lines: linesOfParagraphs((await officeTexts(bytes, kind)).paragraphs) };
}

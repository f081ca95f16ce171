import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type PdfText, textLimits } from '../pdf-text/pdf-text-reader';
import { ResumeImporter } from '../resume-importer';

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
  source: z.infer<typeof sourceSchema>;
  bytes: Buffer;
  expected: Record<string, unknown>;
}

const root = join(__dirname, '../..');
const folder = join(root, 'corpus');

/** Reads the files of `corpus/`; each has an entry in `sources.json` and the right document beside it. */
export function readCorpus(): CorpusFile[] {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const sources = z.record(z.string(), sourceSchema).parse(json('sources.json'));
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => {
      const source = sources[name];
      if (!source) throw new Error(`sources.json does not name ${name}.`);
      const expected = json(`${name.replace(/\.\w+$/, '')}.expected.json`) as Record<string, unknown>;
      return { name, source, bytes: readFileSync(join(folder, name)), expected };
    });
}

/** The text layers of the PDFs of the corpus, by file name; read in one child process. */
export function readCorpusTexts(): Map<string, PdfText> {
  const script = join(root, 'worker/read-folder.mjs');
  const output = execFileSync(process.execPath, [script, folder, JSON.stringify(textLimits)], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Map(Object.entries(JSON.parse(output) as Record<string, PdfText>));
}

/** An importer that has read the text of a file before. */
export function importerOf(text: PdfText | undefined): ResumeImporter {
  return new ResumeImporter({ read: () => (text ? Promise.resolve(text) : Promise.reject(new Error('no PDF'))) });
}

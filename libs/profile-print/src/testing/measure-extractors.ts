// Prints a long career of three lengths in every template and counts the positions that four extractors tear apart: a title, an employer or
// dates that do not stand before their text. Fails when one is. Usage: npx nx run profile-print:extractors
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '@canar/test-programs';
import { printTemplates } from '../print-job';
import { ProfilePrinter } from '../profile-printer';
import { longCareer } from './long-career';
import { tornPositions } from './torn-positions';

/** How many points each of the seven positions has. */
const lengths = [3, 5, 9];

/** The texts of all PDFs of a folder by their names; null when the extractor is not installed. */
type Extract = (folder: string) => Record<string, string> | null;

const names = printTemplates.flatMap((template) => lengths.map((points) => `${template}-${points}`));

function popplerTexts(folder: string): Record<string, string> | null {
  const program = findProgram('pdftotext', process.env);
  if (program === null) return null;
  const textOf = (name: string) => execFileSync(program, [join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' });
  return Object.fromEntries(names.map((name) => [name, textOf(name)]));
}

/** The libraries of Debian belong to its own Python, which may not be the first one on the PATH. */
const pythons = ['python3', '/usr/bin/python3'];

const libraryTexts =
  (library: string): Extract =>
  (folder) => {
    for (const python of pythons) {
      const script = join(__dirname, 'extract-texts.py');
      const { status, stdout, stderr } = spawnSync(python, [script, library, folder], {
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      });
      if (status === 0) return JSON.parse(stdout) as Record<string, string>;
      if (status !== null && status !== 3) throw new Error(`${library}: ${stderr}`);
    }
    return null;
  };

const extractors: readonly { name: string; debian: string; extract: Extract }[] = [
  { name: 'pdftotext', debian: 'poppler-utils', extract: popplerTexts },
  { name: 'pdfminer.six', debian: 'python3-pdfminer', extract: libraryTexts('pdfminer.six') },
  { name: 'PyMuPDF', debian: 'python3-fitz', extract: libraryTexts('PyMuPDF') },
  { name: 'pypdf', debian: 'python3-pypdf', extract: libraryTexts('pypdf') },
];

async function printAll(folder: string): Promise<void> {
  const printer = new ProfilePrinter();
  try {
    for (const template of printTemplates) {
      for (const points of lengths) {
        const { pdf } = await printer.print({ document: longCareer(points), template, locale: 'en' });
        writeFileSync(join(folder, `${template}-${points}.pdf`), pdf);
      }
    }
  } finally {
    await printer.close();
  }
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

async function measure(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'canar-extractors-'));
  try {
    await printAll(folder);
    const read = extractors.map((extractor) => ({ ...extractor, texts: extractor.extract(folder) }));
    const torn = (texts: Record<string, string>, name: string) => tornPositions(texts[name] ?? '').length;
    const cell = (texts: Record<string, string> | null, template: string) =>
      texts === null ? '–' : lengths.map((points) => torn(texts, `${template}-${points}`)).join(' / ');
    console.log(row(['template', ...read.map(({ name }) => name)]));
    console.log(row(['---', ...read.map(() => '---')]));
    for (const template of printTemplates)
      console.log(row([template, ...read.map(({ texts }) => cell(texts, template))]));
    for (const { name, debian, texts } of read)
      if (texts === null) console.log(`Skipped: ${name}. Install it: sudo apt-get install -y ${debian}`);
    return read
      .flatMap(({ texts }) => (texts === null ? [] : names.map((name) => torn(texts, name))))
      .reduce((a, b) => a + b, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

measure()
  .then((torn) => {
    console.log(`Positions torn apart: ${torn}`);
    if (torn > 0) process.exitCode = 1;
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });

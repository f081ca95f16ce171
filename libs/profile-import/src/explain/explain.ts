import { orderedSections } from '@canar/profile-document';
import { ImportFailed } from '../import-failed';
import { readLinkedInArchive } from '../linkedin/archive';
import { readCsv } from '../linkedin/csv';
import { type Block, blocksOf } from '../headings/blocks';
import { layoutOf } from '../layout/layout';
import type { TextLine } from '../layout/page';
import { isPdf } from '../pdf-text/is-pdf';
import type { PdfTextReader } from '../pdf-text/pdf-text-reader';
import { type ImportedResume, isZip, ResumeImporter } from '../resume-importer';

function titleOf({ section }: Block): string {
  if (section === null) return '(before the first heading)';
  return typeof section === 'string' ? section : `custom section "${section.title}"`;
}

function explainLine({ page, number, size, x, parts }: TextLine): string {
  return `    ${page}:${number}  ${size.toFixed(1)}pt  x ${Math.round(x)}  ${parts.join('  ⟷  ')}`;
}

async function explainPdf(bytes: Buffer, pdfs: PdfTextReader): Promise<string[]> {
  const { pages, complete } = await pdfs.read(bytes);
  return [
    `Pages: ${pages.length}${complete ? '' : ' (not read to the end)'}`,
    ...pages.map(
      ({ width, height, runs }, index) =>
        `  ${index + 1}: ${Math.round(width)} × ${Math.round(height)} pt, ${runs.length} runs`,
    ),
    'Blocks (page:line, font size, left edge, parts):',
    ...blocksOf(layoutOf(pages).flows).flatMap((block) => [`  ${titleOf(block)}`, ...block.lines.map(explainLine)]),
  ];
}

async function explainArchive(bytes: Buffer): Promise<string[]> {
  const { files, ignored } = await readLinkedInArchive(bytes);
  const explained = [...files].map(([name, text]) => {
    const rows = readCsv(text);
    return `  ${name}: ${rows.length} rows; ${Object.keys(rows[0] ?? {}).join(', ')}`;
  });
  return ['Files:', ...explained, ...ignored.map((path) => `  ignored: ${path}`)];
}

const list = (title: string, entries: readonly string[]): string[] =>
  entries.length === 0 ? [] : [`${title}:`, ...entries.map((entry) => `  ${entry}`)];

function explainResult({ source, document, repaired, unplaced, warnings }: ImportedResume): string[] {
  return [
    `Imported as ${source}`,
    ...list('basics', [JSON.stringify(document.basics ?? {})]),
    ...orderedSections(document).flatMap(({ key, items }) =>
      list(
        key,
        items.map((item) => JSON.stringify(item)),
      ),
    ),
    ...list(
      'repaired',
      repaired.map(({ pointer, from, to }) => `${pointer}  ${JSON.stringify(from)} → ${JSON.stringify(to)}`),
    ),
    ...list(
      'unplaced',
      unplaced.map(({ pointer, value, reason }) => `${pointer}  ${reason}  ${JSON.stringify(value)}`),
    ),
    ...list(
      'warnings',
      warnings.map((warning) => JSON.stringify(warning)),
    ),
  ];
}

/** Explains how a file is read: pages, lines and blocks of a PDF, files of an archive, then the items and what was not placed. */
export async function explainFile(bytes: Buffer, pdfs: PdfTextReader): Promise<string> {
  try {
    const steps = isPdf(bytes) ? await explainPdf(bytes, pdfs) : isZip(bytes) ? await explainArchive(bytes) : [];
    return [...steps, ...explainResult(await new ResumeImporter(pdfs).file(bytes))].join('\n');
  } catch (error) {
    if (error instanceof ImportFailed) return `Not imported: ${error.code}`;
    throw error;
  }
}

/** One line about a file: what was placed, and how much was repaired, left unplaced or is unfinished. */
export async function summarizeFile(bytes: Buffer, pdfs: PdfTextReader): Promise<string> {
  try {
    const { source, placed, repaired, unplaced, warnings } = await new ResumeImporter(pdfs).file(bytes);
    const sections = placed.map(({ section, count }) => `${section} ${count}`).join(', ');
    return `${source}: ${sections}; repaired ${repaired.length}, unplaced ${unplaced.length}, warnings ${warnings.length}`;
  } catch (error) {
    if (error instanceof ImportFailed) return `not imported: ${error.code}`;
    throw error;
  }
}

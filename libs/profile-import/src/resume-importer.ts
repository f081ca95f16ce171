import {
  type DocumentWarning,
  importJsonResume,
  orderedSections,
  parseDocument,
  type ProfileDocument,
  type Repair,
  type Unplaced,
} from '@canar/profile-document';
import { foreignFormatOf, readForeignJson } from './foreign-json/read-foreign-json';
import { ImportFailed } from './import-failed';
import { readLinkedInArchive } from './linkedin/archive';
import { readLinkedInExport } from './linkedin/read-linkedin-export';
import type { Maker } from './makers/makers';
import type { ParsedResume, ParsedText } from './parsed-resume';
import { isPlainText, readPlainText } from './office/plain-text';
import { officeKindOf, readOffice } from './office/read-office';
import { readPdfPages } from './read-pdf-pages';
import { isPdf } from './pdf-text/is-pdf';
import type { PdfText } from './pdf-text/pdf-text-reader';
import { type Doubt, doubtsOf } from './places/doubts';
import { placesOf, type SourcePlace } from './places/places-of';
import { lineLimits, type SourceLine } from './places/source-lines';
import { boundedReport } from './report-limits';

/** What a résumé can be imported from. */
export const importSources = [
  'json-resume',
  'reactive-resume',
  'fresh',
  'europass',
  'pdf',
  'linkedin',
  'docx',
  'odt',
  'text',
] as const;

/** What a résumé was imported from. */
export type ImportSource = (typeof importSources)[number];

/** A converted document, with every value that was placed, repaired or left without a place. */
export interface ImportedResume {
  source: ImportSource;
  /** the program or service that made the file, where it is recognised */
  maker: Maker | null;
  document: ProfileDocument;
  /** fields of `basics` and items of each section */
  placed: { section: string; count: number }[];
  repaired: Repair[];
  /** how many repairs are not listed */
  repairedOmitted: number;
  unplaced: Unplaced[];
  /** how many values without a place are not listed */
  unplacedOmitted: number;
  /** values that are stored as they were written but cannot be used yet, such as unreadable dates and addresses */
  warnings: DocumentWarning[];
  /** the lines of the file, in reading order; none of a file that is data */
  lines: SourceLine[];
  /** how many lines are not listed */
  linesOmitted: number;
  /** where the values of the document stand in the lines */
  places: SourcePlace[];
  /** the fields that a person should look at before the document is used */
  doubts: Doubt[];
}

const zipSignature = Buffer.from('PK\u0003\u0004');

/** Whether bytes begin as a ZIP archive does (APPNOTE 6.3.10 §4.3.7). */
export function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(zipSignature);
}

/** Reads the text layer of a PDF. @throws {ImportFailed} `pdf-unreadable` */
export interface PdfTextSource {
  read(bytes: Uint8Array): Promise<PdfText>;
}

/** Converts résumés of other formats into profile documents. Stores nothing. */
export class ResumeImporter {
  constructor(private readonly pdfs: PdfTextSource) {}

  /**
   * Converts JSON Resume, or the JSON of a program that is recognised by its shape.
   * @throws {ImportFailed} `not-an-object`
   */
  json(resume: unknown): ImportedResume {
    if (typeof resume !== 'object' || resume === null || Array.isArray(resume)) throw new ImportFailed('not-an-object');
    const value = resume as Record<string, unknown>;
    const format = foreignFormatOf(value);
    if (format !== null) return convert(format, readForeignJson(value, format), true);
    return convert('json-resume', { resume: value, unplaced: [] });
  }

  /**
   * Converts a file by its content, not by its name: a PDF with a text layer, a Word or OpenDocument file, a LinkedIn data export, JSON,
   * or plain text.
   * @throws {ImportFailed} every code
   */
  async file(bytes: Buffer): Promise<ImportedResume> {
    if (isPdf(bytes)) return this.pdf(bytes);
    if (isZip(bytes)) return this.archive(bytes);
    const json = parseJson(bytes);
    if (json !== undefined) return this.json(json);
    if (!isPlainText(bytes)) throw new ImportFailed('unknown-type');
    return convert('text', readPlainText(bytes.toString('utf8').replace(/^\ufeff/, '')));
  }

  private async pdf(bytes: Buffer): Promise<ImportedResume> {
    const { pages, complete, madeBy } = await this.pdfs.read(bytes);
    const parsed = readPdfPages(pages, madeBy);
    if (pages.every(({ runs }) => runs.length === 0)) throw new ImportFailed('pdf-without-text');
    if (!complete) parsed.unplaced.push({ pointer: '/pages', value: null, reason: 'pdf.too-long' });
    return { ...convert('pdf', parsed), maker: parsed.maker };
  }

  private async archive(bytes: Buffer): Promise<ImportedResume> {
    const kind = officeKindOf(bytes);
    if (kind === null) return this.linkedIn(bytes);
    const parsed = await readOffice(bytes, kind);
    return { ...convert(kind, parsed), maker: parsed.maker };
  }

  private async linkedIn(bytes: Buffer): Promise<ImportedResume> {
    const { files, ignored } = await readLinkedInArchive(bytes);
    const parsed = readLinkedInExport(files);
    for (const path of ignored) parsed.unplaced.push({ pointer: `/${path}`, value: path, reason: 'file.unknown' });
    return convert('linkedin', parsed);
  }
}

/** @param foreign whether the texts may hold markup although `meta.canar` has custom sections */
function convert(
  source: ImportSource,
  { resume, unplaced, lines: all = [] }: ParsedResume & Partial<ParsedText>,
  foreign?: boolean,
): ImportedResume {
  const imported = importJsonResume(resume, foreign);
  const parsed = parseDocument(imported.document);
  const repaired = boundedReport(imported.repaired);
  const left = boundedReport([...unplaced, ...imported.unplaced]);
  const { entries: lines, omitted: linesOmitted } = boundedReport(all, lineLimits);
  const places = placesOf(imported.document, lines);
  const warnings = parsed.ok ? parsed.warnings : [];
  return {
    source,
    maker: null,
    document: imported.document,
    placed: placedIn(imported.document),
    repaired: repaired.entries,
    repairedOmitted: repaired.omitted,
    unplaced: left.entries,
    unplacedOmitted: left.omitted,
    warnings,
    lines,
    linesOmitted,
    places,
    doubts: doubtsOf(imported.document, warnings, lines, places),
  };
}

function placedIn(document: ProfileDocument): { section: string; count: number }[] {
  const basics = Object.keys(document.basics ?? {}).length;
  const lists = orderedSections(document).map(({ key, items }) => ({ section: key, count: items.length }));
  return [{ section: 'basics', count: basics }, ...lists].filter(({ count }) => count > 0);
}

function parseJson(bytes: Buffer): unknown {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  try {
    return /^\s*\{/.test(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

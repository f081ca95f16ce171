import { Injectable } from '@nestjs/common';
import {
  type DocumentWarning,
  importJsonResume,
  orderedSections,
  parseDocument,
  type ProfileDocument,
  type Repair,
  type Unplaced,
} from '@canar/profile-document';
import { cvResume } from '../domain/cv/cv-resume';
import { linkedInResume, type ReadResume } from '../domain/linkedin/linkedin-resume';
import { isPdf } from '../domain/pdf-file';
import { readLinkedInArchive } from '../import/linkedin-archive';
import { PdfTextReader } from '../import/pdf-text';
import { documentInvalid, fileTypeRefused, pdfWithoutText } from '../profiles.errors';

/** What a résumé was imported from. */
export type ImportSource = 'json-resume' | 'pdf' | 'linkedin';

/** A converted document with an account of everything: what was placed, repaired, and what found no place. */
export interface ImportedResume {
  source: ImportSource;
  document: ProfileDocument;
  placed: { section: string; count: number }[];
  repaired: Repair[];
  unplaced: Unplaced[];
  /** what is kept as it was written and not finished: dates and addresses that cannot be used */
  warnings: DocumentWarning[];
}

/** Converts foreign résumés into documents for the draft; keeps nothing. */
@Injectable()
export class ImportResume {
  constructor(private readonly pdfs: PdfTextReader) {}

  /** @throws {DomainError} `document.invalid` for what is no object */
  json(resume: unknown): ImportedResume {
    if (typeof resume !== 'object' || resume === null || Array.isArray(resume)) {
      throw documentInvalid('A JSON Resume is a JSON object.');
    }
    return told('json-resume', { resume: resume as Record<string, unknown>, unplaced: [] });
  }

  /**
   * Converts a file by what it is, not by its name: a PDF with a text layer, a LinkedIn data export, or JSON.
   * @throws {DomainError} `file.type`, `import.pdf-unreadable`, `import.pdf-without-text`, `import.archive`, `import.busy`
   */
  async file(bytes: Buffer): Promise<ImportedResume> {
    if (isPdf(bytes)) return this.pdf(bytes);
    if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return this.linkedIn(bytes);
    const json = jsonOf(bytes);
    if (json === undefined)
      throw fileTypeRefused('A résumé is imported from JSON, from a PDF, or from a LinkedIn data export.');
    return this.json(json);
  }

  private async pdf(bytes: Buffer): Promise<ImportedResume> {
    const { pages, whole } = await this.pdfs.read(bytes);
    const read = cvResume(pages);
    if (pages.every(({ runs }) => runs.length === 0)) throw pdfWithoutText();
    if (!whole) read.unplaced.push({ pointer: '/pages', value: null, reason: 'pdf.too-long' });
    return told('pdf', read);
  }

  private async linkedIn(bytes: Buffer): Promise<ImportedResume> {
    const { files, unread } = await readLinkedInArchive(bytes);
    const read = linkedInResume(files);
    for (const path of unread) read.unplaced.push({ pointer: `/${path}`, value: path, reason: 'file.unknown' });
    return told('linkedin', read);
  }
}

/** The document that passes the schema, and the sum of both accounts. */
function told(source: ImportSource, { resume, unplaced }: ReadResume): ImportedResume {
  const imported = importJsonResume(resume);
  const parsed = parseDocument(imported.document);
  return {
    source,
    document: imported.document,
    placed: placedIn(imported.document),
    repaired: imported.repaired,
    unplaced: [...unplaced, ...imported.unplaced],
    warnings: parsed.ok ? parsed.warnings : [],
  };
}

function placedIn(document: ProfileDocument): { section: string; count: number }[] {
  const basics = Object.keys(document.basics ?? {}).length;
  const lists = orderedSections(document).map(({ key, items }) => ({ section: key, count: items.length }));
  return [{ section: 'basics', count: basics }, ...lists].filter(({ count }) => count > 0);
}

function jsonOf(bytes: Buffer): unknown {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  try {
    return /^\s*\{/.test(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

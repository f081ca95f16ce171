import { Injectable } from '@nestjs/common';
import {
  type ImportedResume,
  ImportFailed,
  type ImportFailure,
  PdfTextReader,
  ResumeImporter,
} from '@canar/profile-import';
import type { DomainError } from '../../../platform/errors/domain-error';
import { fileTypeRefused } from '../../files/files.errors';
import { documentInvalid } from '../../profiles.errors';
import { archiveRefused, importBusy, pdfUnreadable, pdfWithoutText } from '../import-export.errors';

const problems: Record<ImportFailure, () => DomainError> = {
  'not-an-object': () => documentInvalid('A JSON Resume is a JSON object.'),
  'unknown-type': () => fileTypeRefused('A résumé is imported from JSON, from a PDF, or from a LinkedIn data export.'),
  'pdf-unreadable': () => pdfUnreadable(),
  'pdf-without-text': () => pdfWithoutText(),
  archive: () => archiveRefused(),
  'archive-without-files': () => archiveRefused('This archive holds none of the files of a LinkedIn data export.'),
  busy: () => importBusy(),
};

function problemOf(error: unknown): unknown {
  return error instanceof ImportFailed ? problems[error.code]() : error;
}

/** Converts résumés of other formats into documents for the draft; stores nothing. */
@Injectable()
export class ImportResume {
  private readonly importer: ResumeImporter;

  constructor(pdfs: PdfTextReader) {
    this.importer = new ResumeImporter(pdfs);
  }

  /** @throws {DomainError} `document.invalid` for what is no object */
  json(resume: unknown): ImportedResume {
    try {
      return this.importer.json(resume);
    } catch (error) {
      throw problemOf(error);
    }
  }

  /**
   * Converts a file by its content, not by its name: a PDF with a text layer, a LinkedIn data export, or JSON.
   * @throws {DomainError} `document.invalid`, `file.type`, `import.pdf-unreadable`, `import.pdf-without-text`, `import.archive`,
   * `import.busy`
   */
  async file(bytes: Buffer): Promise<ImportedResume> {
    try {
      return await this.importer.file(bytes);
    } catch (error) {
      throw problemOf(error);
    }
  }
}

import {
  directPdfText,
  type ImportedResume,
  ImportFailed,
  type ImportFailure,
  ResumeImporter,
} from '@canar/profile-import';
import type { DomainError } from '../../platform/errors/domain-error';
import type { Task } from '../../platform/heavy-work/task';
import { parseJson } from '../../platform/http/input/parse-json';
import { fileTypeRejected } from '../files/files.errors';
import { documentInvalid } from '../profiles.errors';
import {
  archiveRejected,
  documentUnreadable,
  importTooLarge,
  pdfUnreadable,
  pdfWithoutText,
} from './import-export.errors';

const problems: Record<ImportFailure, () => DomainError> = {
  'not-an-object': () => documentInvalid('A JSON Resume is a JSON object.'),
  'unknown-type': () =>
    fileTypeRejected('A résumé is imported from JSON, PDF, Word, OpenDocument, plain text, or a LinkedIn data export.'),
  'pdf-unreadable': () => pdfUnreadable(),
  'pdf-without-text': () => pdfWithoutText(),
  archive: () => archiveRejected(),
  'archive-without-files': () => archiveRejected('This archive holds none of the files of a LinkedIn data export.'),
  office: () => documentUnreadable(),
  'office-without-text': () => documentUnreadable(),
  busy: () => importTooLarge(),
};

const importer = new ResumeImporter(directPdfText);

/**
 * Converts a file by its content, not by its name: a PDF with a text layer, a Word or OpenDocument file, a LinkedIn data
 * export, JSON, or plain text.
 * Errors: `request.invalid`, `document.invalid`, `file.type`, `import.pdf-unreadable`, `import.pdf-without-text`, `import.archive`,
 * `import.document-unreadable`.
 */
export const convertResume: Task<{ bytes: Uint8Array; mustBeJson: boolean }, ImportedResume> = {
  name: 'convert-resume',
  prepare: () => directPdfText.load(),
  async execute({ bytes, mustBeJson }) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      return mustBeJson ? importer.json(parseJson(file)) : await importer.file(file);
    } catch (error) {
      throw error instanceof ImportFailed ? problems[error.code]() : error;
    }
  },
};

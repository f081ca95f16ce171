/**
 * Why nothing was imported:
 * `not-an-object` the JSON is not an object; `unknown-type` the file is neither JSON, a PDF, a ZIP archive nor text;
 * `pdf-unreadable` the PDF is damaged, encrypted or takes too long; `pdf-without-text` its pages hold no text;
 * `archive` the archive is damaged or over the limits; `archive-without-files` it holds no file of a LinkedIn data export;
 * `office` the Word or OpenDocument file is damaged, encrypted or over the limits; `office-without-text` it holds no text;
 * `busy` too many files are waiting already.
 */
export type ImportFailure =
  | 'not-an-object'
  | 'unknown-type'
  | 'pdf-unreadable'
  | 'pdf-without-text'
  | 'archive'
  | 'archive-without-files'
  | 'office'
  | 'office-without-text'
  | 'busy';

/** A résumé that could not be imported. */
export class ImportFailed extends Error {
  override readonly name = 'ImportFailed';

  constructor(readonly code: ImportFailure) {
    super(`The résumé could not be imported: ${code}`);
  }
}

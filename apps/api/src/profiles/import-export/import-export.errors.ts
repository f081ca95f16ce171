import { problem } from '../../platform/errors/problem';

export const templateUnknown = problem('invalid', 'template.unknown', 'There is no such template.');
export const pdfFailed = problem('unprocessable', 'pdf.failed', 'No PDF could be made of this document.');
export const pdfBusy = problem('unavailable', 'pdf.busy', 'Too many PDFs are being made. Try again in a moment.');
export const importBusy = problem('unavailable', 'import.busy', 'Many files are being read. Try again in a moment.');
export const pdfUnreadable = problem('unprocessable', 'import.pdf-unreadable', 'This PDF cannot be read.');
export const pdfWithoutText = problem(
  'unprocessable',
  'import.pdf-without-text',
  'This PDF holds pictures of text and no text that could be read.',
);
export const archiveRefused = problem(
  'unprocessable',
  'import.archive',
  'This archive is damaged, too large, or no LinkedIn data export.',
);

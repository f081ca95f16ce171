import { problem } from '../../platform/errors/problem';

export const templateUnknown = problem('invalid', 'template.unknown', 'Unknown template.');
export const pdfFailed = problem('unprocessable', 'pdf.failed', 'This document cannot be rendered as a PDF.');
export const pdfBusy = problem('unavailable', 'pdf.busy', 'Too many PDFs are being rendered. Try again in a moment.');
export const importBusy = problem(
  'unavailable',
  'import.busy',
  'Too many files are being imported. Try again in a moment.',
);
export const pdfUnreadable = problem('unprocessable', 'import.pdf-unreadable', 'This PDF cannot be read.');
export const pdfWithoutText = problem(
  'unprocessable',
  'import.pdf-without-text',
  'This PDF contains only pictures of text.',
);
export const archiveRefused = problem(
  'unprocessable',
  'import.archive',
  'This archive is damaged, too large, or not a LinkedIn data export.',
);

import { problem } from '../../platform/errors/problem';

export const templateUnknown = problem('invalid', 'template.unknown', 'Unknown template.');
export const pdfFailed = problem('unprocessable', 'pdf.failed', 'This document cannot be rendered as a PDF.');
export const importTooLarge = problem(
  'unprocessable',
  'import.too-large',
  'This file contains more than can be imported at once.',
);
export const exportTooLarge = problem(
  'unprocessable',
  'export.too-large',
  'This profile is too large for this format.',
);
export const pdfUnreadable = problem('unprocessable', 'import.pdf-unreadable', 'This PDF cannot be read.');
export const pdfWithoutText = problem(
  'unprocessable',
  'import.pdf-without-text',
  'This PDF contains only pictures of text.',
);
export const archiveRejected = problem(
  'unprocessable',
  'import.archive',
  'This archive is damaged, too large, or not a LinkedIn data export.',
);
export const documentUnreadable = problem(
  'unprocessable',
  'import.document-unreadable',
  'This Word or OpenDocument file is damaged, protected or holds no text.',
);

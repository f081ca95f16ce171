// The child process of PdfTextReader: answers each PDF with its text layer.
import { readPdfText } from './pdf-text.mjs';

process.on('disconnect', () => process.exit(0));

process.on(
  'message',
  (/** @type {{ bytes: Uint8Array, limits: import('./pdf-text.mjs').Limits }} */ { bytes, limits }) => {
    readPdfText(bytes, limits)
      .then((text) => ({ kind: 'read', ...text }))
      .catch((error) => ({ kind: 'failed', reason: error instanceof Error ? error.name : 'unknown' }))
      .then((result) => process.send?.(result));
  },
);

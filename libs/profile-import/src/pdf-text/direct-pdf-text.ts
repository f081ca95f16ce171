import { ImportFailed } from '../import-failed';
import type { PdfTextSource } from '../resume-importer';
import { textLimits } from './pdf-text-reader';

/** Reads PDFs in this process: only where limits of time and memory may end it. */
export const directPdfText: PdfTextSource & { load: () => Promise<void> } = {
  /** Loads pdf.js, so that the first file need not wait for it. */
  async load() {
    await import('../../worker/pdf-text.mjs');
  },
  async read(bytes) {
    const { readPdfText } = await import('../../worker/pdf-text.mjs');
    try {
      return await readPdfText(bytes, textLimits);
    } catch {
      throw new ImportFailed('pdf-unreadable');
    }
  },
};

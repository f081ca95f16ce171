import type { PdfText } from '../src/pdf-text/pdf-text-reader';

/** What is read of one file. */
export interface Limits {
  maxPages: number;
  maxRuns: number;
  maxLetters: number;
  maxLinks: number;
}

/** Reads the text layer of a PDF. @throws {Error} when it is damaged or encrypted */
export function readPdfText(bytes: Uint8Array, limits: Limits): Promise<PdfText>;

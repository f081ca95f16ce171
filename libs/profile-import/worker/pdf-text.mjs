// Reads PDFs by pdf.js, in the process that calls it: only for processes that a hostile file may end.
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'; // or the first document would load it

/** @typedef {{ maxPages: number, maxRuns: number, maxLetters: number }} Limits */

/**
 * Reads the text layer of a PDF.
 * @param {Uint8Array} bytes
 * @param {Limits} limits
 */
export async function readPdfText(bytes, { maxPages, maxRuns, maxLetters }) {
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  const pages = [];
  let runCount = 0;
  let letterCount = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    const runs = [];
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '' || runCount >= maxRuns || letterCount >= maxLetters) continue;
      runCount += 1;
      letterCount += item.str.length;
      const size = Math.hypot(item.transform[2], item.transform[3]);
      runs.push({ text: item.str, x: item.transform[4], y: height - item.transform[5], width: item.width, size });
    }
    pages.push({ width, height, runs });
  }
  const complete = pdf.numPages <= maxPages && runCount < maxRuns && letterCount < maxLetters;
  return { pages, complete };
}

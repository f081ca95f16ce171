// Reads PDFs by pdf.js, in the process that calls it: only for processes that a hostile file may end.
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'; // or the first document would load it

/** @typedef {{ maxPages: number, maxRuns: number, maxLetters: number, maxLinks: number }} Limits */

const controls = /[\0-\x08\x0b-\x1f]/g;

/**
 * The web addresses that areas of a page lead to.
 * @param {import('pdfjs-dist').PDFPageProxy} page
 * @param {number} maxLinks
 */
async function linksOf(page, maxLinks) {
  const annotations = await page.getAnnotations({ intent: 'display' });
  return annotations
    .filter(({ url, rect }) => typeof url === 'string' && /^https?:/i.test(url) && Array.isArray(rect))
    .slice(0, maxLinks)
    .map(({ url, rect: [left, bottom, right, top] }) => ({ url, left, bottom, right, top }));
}

/**
 * The address that most of a text leads to.
 * @param {{ x: number, y: number, width: number }} run in the coordinates of the file
 * @param {Awaited<ReturnType<typeof linksOf>>} links
 */
function linkOf({ x, y, width }, links) {
  const over = ({ left, right }) => Math.min(right, x + width) - Math.max(left, x);
  return links.find((link) => y > link.bottom - 1 && y < link.top && over(link) > width * 0.6)?.url;
}

/**
 * What the file says of the programs that made it.
 * @param {import('pdfjs-dist').PDFDocumentProxy} pdf
 */
async function madeBy(pdf) {
  const { info } = await pdf.getMetadata();
  const names = ['Creator', 'Producer', 'Author', 'Subject', 'Keywords', 'Title'];
  return names
    .map((name) => /** @type {Record<string, unknown>} */ (info)[name])
    .filter((text) => typeof text === 'string')
    .join('\n')
    .slice(0, 1_000);
}

/**
 * Reads the text layer of a PDF.
 * @param {Uint8Array} bytes
 * @param {Limits} limits
 */
export async function readPdfText(bytes, { maxPages, maxRuns, maxLetters, maxLinks }) {
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
  /** @type {Map<string, number>} */
  const fonts = new Map();
  for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    const links = await linksOf(page, maxLinks);
    const runs = [];
    for (const item of items) {
      if (!('str' in item) || runCount >= maxRuns || letterCount >= maxLetters) continue;
      const text = item.str.replace(controls, '');
      if (text.trim() === '') continue;
      runCount += 1;
      letterCount += text.length;
      const [, , skew, scale, x, y] = item.transform;
      const font = fonts.get(item.fontName) ?? fonts.size + 1;
      fonts.set(item.fontName, font);
      const link = linkOf({ x, y, width: item.width }, links);
      const run = { text, x, y: height - y, width: item.width, size: Math.hypot(skew, scale), font };
      runs.push(link === undefined ? run : { ...run, link });
    }
    pages.push({ width, height, runs });
  }
  const complete = pdf.numPages <= maxPages && runCount < maxRuns && letterCount < maxLetters;
  return { pages, complete, madeBy: await madeBy(pdf) };
}

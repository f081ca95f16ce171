// A separate program, because pdf.js is an ES module and the tests are not: takes a PDF and returns its text and tags.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** @param {import('pdfjs-dist').PDFPageProxy} page */
async function pageOf(page) {
  const { items } = await page.getTextContent();
  const annotations = await page.getAnnotations();
  const texts = items.flatMap((item) => ('str' in item ? [item] : []));
  return {
    text: texts.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''),
    lines: texts
      .filter((item) => item.str.trim() !== '')
      .map((item) => ({
        text: item.str,
        y: item.transform[5],
        size: Math.hypot(item.transform[2], item.transform[3]),
      })),
    reach: Math.max(0, ...texts.map((item) => item.transform[4] + item.width)),
    links: annotations.filter((note) => note.subtype === 'Link').map((note) => note.unsafeUrl ?? note.url),
    structure: await page.getStructTree(),
  };
}

process.on('message', async (/** @type {Uint8Array} */ bytes) => {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const { info, metadata } = await pdf.getMetadata();
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await pageOf(await pdf.getPage(number)));
  process.send?.({ info, metadata: metadata?.getRaw() ?? '', marked: await pdf.getMarkInfo(), pages });
  await pdf.loadingTask.destroy();
});

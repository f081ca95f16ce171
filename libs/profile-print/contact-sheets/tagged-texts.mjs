// The texts of a PDF, page by page, with whether each is a heading's. A separate program, because pdf.js is an ES module.
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** @param {any} node @param {boolean} inHeading @param {Map<string, boolean>} found */
function headingsIn(node, inHeading, found) {
  const heading = inHeading || /^H\d$/.test(node.role ?? '');
  if (node.type === 'content') found.set(node.id, heading);
  for (const child of node.children ?? []) headingsIn(child, heading, found);
  return found;
}

const pdf = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const headings = headingsIn((await page.getStructTree()) ?? {}, false, new Map());
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = [];
  let open = null;
  for (const item of items) {
    if ('id' in item) open = item.id;
    else if ('str' in item && item.str.trim() !== '' && headings.has(open)) {
      texts.push({ text: item.str, heading: headings.get(open) });
    }
  }
  pages.push(texts);
}
console.log(JSON.stringify(pages));

// Reads PDFs by pdf.js, in the process that calls it: only for processes that a hostile file may end.
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'; // or the first document would load it

/** @typedef {{ maxPages: number, maxRuns: number, maxLetters: number, maxLinks: number }} Limits */

const controls = /[\0-\x08\x0b-\x1f]/g;

/**
 * The web and mail addresses that areas of a page lead to.
 * @param {import('pdfjs-dist').PDFPageProxy} page
 * @param {number} maxLinks
 */
async function linksOf(page, maxLinks) {
  const annotations = await page.getAnnotations({ intent: 'display' });
  return annotations
    .filter(({ url, rect }) => typeof url === 'string' && /^(?:https?|mailto):/i.test(url) && Array.isArray(rect))
    .slice(0, maxLinks)
    .map(({ url, rect: [left, bottom, right, top] }) => ({ url, left, bottom, right, top }));
}

/**
 * The address that most of a text leads to.
 * @param {{ x: number, y: number, width: number }} run in the coordinates of the file
 * @param {Awaited<ReturnType<typeof linksOf>>} links
 */
function urlOf({ x, y, width }, links) {
  const over = ({ left, right }) => Math.min(right, x + width) - Math.max(left, x);
  return links.find((link) => y > link.bottom - 1 && y < link.top && over(link) > width * 0.6)?.url;
}

/**
 * What a text leads to: a web address, or a mail address without what it fills in.
 * @param {string | undefined} url
 */
function targetOf(url) {
  if (url === undefined) return {};
  const [, mail] = /^mailto:([^?%]*)/i.exec(url) ?? [];
  return mail === undefined ? { link: url } : { mail };
}

/**
 * The web addresses that no letters lead to.
 * @param {Awaited<ReturnType<typeof linksOf>>} links
 * @param {Set<string | undefined>} named
 */
function linksWithoutText(links, named) {
  const urls = links.map(({ url }) => url).filter((url) => /^https?:/i.test(url) && !named.has(url));
  return urls.length === 0 ? {} : { links: [...new Set(urls)] };
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

/** Programs whose structure tags are read: this product's own paper names itself among its keywords. */
const readsTags = /^canar$/im;

/** Roles that hold a text as a whole; what stands outside of them keeps the role of its own element. */
const wholeRoles = new Set(['H1', 'H2', 'H3', 'P', 'Lbl', 'LBody']);

/**
 * The structure elements (ISO 32000-1, 14.7) of a page's marked content, by its id: numbered in reading order.
 * @param {import('pdfjs-dist').PDFPageProxy} page
 * @param {number} maxElements
 */
async function tagsOf(page, maxElements) {
  const tags = new Map();
  let element = 0;
  /** @param {any} node @param {{ role: string, element: number } | null} whole */
  const visit = (node, whole) => {
    if (element >= maxElements) return;
    if (node.type === 'content') tags.set(node.id, whole);
    if (!Array.isArray(node.children)) return;
    element += 1;
    const inside = whole && wholeRoles.has(whole.role) ? whole : { role: String(node.role), element };
    for (const child of node.children) visit(child, inside);
  };
  const tree = await page.getStructTree();
  if (tree) visit(tree, null);
  return tags;
}

/**
 * The texts of a page, each with the structure element that it belongs to where tags are read.
 * @param {import('pdfjs-dist').PDFPageProxy} page
 * @param {number} maxElements 0 when no tags are read
 */
async function taggedItems(page, maxElements) {
  const { items } = await page.getTextContent({ includeMarkedContent: maxElements > 0 });
  if (maxElements === 0) return items.map((item) => ({ item, tag: undefined }));
  const tags = await tagsOf(page, maxElements);
  /** @type {(string | undefined)[]} */
  const open = [];
  return items.flatMap((item) => {
    if ('str' in item) return [{ item, tag: tags.get(open.findLast((id) => id !== undefined)) ?? undefined }];
    if (item.type === 'endMarkedContent') open.pop();
    else open.push('id' in item && typeof item.id === 'string' ? item.id : undefined);
    return [];
  });
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
  const maker = await madeBy(pdf);
  const maxElements = readsTags.test(maker) ? maxRuns : 0;
  const pages = [];
  let runCount = 0;
  let letterCount = 0;
  /** @type {Map<string, number>} */
  const fonts = new Map();
  for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const links = await linksOf(page, maxLinks);
    const named = new Set();
    const runs = [];
    for (const { item, tag } of await taggedItems(page, maxElements)) {
      if (!('str' in item) || runCount >= maxRuns || letterCount >= maxLetters) continue;
      const text = item.str.replace(controls, '');
      if (text.trim() === '') continue;
      runCount += 1;
      letterCount += text.length;
      const [, , skew, scale, x, y] = item.transform;
      const font = fonts.get(item.fontName) ?? fonts.size + 1;
      fonts.set(item.fontName, font);
      const url = urlOf({ x, y, width: item.width }, links);
      if (/[\p{L}\p{N}]/u.test(text)) named.add(url);
      const run = { text, x, y: height - y, width: item.width, size: Math.hypot(skew, scale), font };
      runs.push({ ...run, ...targetOf(url), ...(tag === undefined ? {} : { tag }) });
    }
    pages.push({ width, height, runs, ...linksWithoutText(links, named) });
  }
  const complete = pdf.numPages <= maxPages && runCount < maxRuns && letterCount < maxLetters;
  return { pages, complete, madeBy: maker };
}

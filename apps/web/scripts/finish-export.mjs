// Finishes Next's static export: English moves from /en/ to the root, every page gets its Content-Security-Policy, and the
// offline worker the version of the pages it keeps.
// Next writes inline bootstrap scripts, so a page's policy names their hashes. Inline styles are allowed by hash on the pages that are read, and
// in general only where Radix's scroll lock writes a <style>: behind sign-in, and on the sign-in pages, which go there without loading a page.
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OUT = join(import.meta.dirname, '../out');
const ROOT_LOCALE = 'en';
/** Where browsers put uploads by themselves; empty where they go through the API. */
const UPLOADS_ORIGIN = process.env.UPLOADS_ORIGIN ?? '';
if (!/^(https:\/\/[a-z0-9.-]+)?$/.test(UPLOADS_ORIGIN)) throw new Error('UPLOADS_ORIGIN must be https:// and a host.');

/** Moves the root locale's pages to the top of the export. */
function flattenRootLocale() {
  const from = join(OUT, ROOT_LOCALE);
  cpSync(from, OUT, { recursive: true });
  rmSync(from, { recursive: true });
}

/** Pages that are read only: their styles are those of the export, and their links load a page. */
const STATIC_PAGE = /^([a-z]{2}\/)?((pricing|sample|offline|404|_not-found)\/.*|index\.html|404\.html)$/;

const hashOf = (content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** The hashes of the inline elements of a kind. */
function hashesOf(html, tag) {
  const hashes = new Set();
  for (const [, attributes, body] of html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'))) {
    if (/\bsrc=/.test(attributes) || /type="application\/(ld\+)?json"/.test(attributes)) continue;
    hashes.add(hashOf(body));
  }
  return [...hashes];
}

/** The policy of one page: its own scripts and styles and the inline ones it was built with, nothing else. */
function policyFor(page, html) {
  const inlineStyles = STATIC_PAGE.test(page) ? hashesOf(html, 'style') : [`'unsafe-inline'`];
  return [
    `default-src 'self'`,
    ['script-src', `'self'`, ...hashesOf(html, 'script')].join(' '),
    ['style-src', `'self'`, ...inlineStyles].join(' '),
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self' ${UPLOADS_ORIGIN}`.trim(),
    `frame-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ');
}

flattenRootLocale();
const pages = readdirSync(OUT, { recursive: true }).filter((file) => file.endsWith('.html'));
for (const page of pages) {
  const path = join(OUT, page);
  const html = readFileSync(path, 'utf8');
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policyFor(page, html)}"/>`;
  writeFileSync(
    path,
    html.replace(/<head>(<meta charSet="utf-8"\/>)?/, (head) => `${head}${tag}`),
  );
}
const worker = join(OUT, 'offline-worker.js');
const offlinePages = pages.filter((page) => page.endsWith(join('offline', 'index.html'))).sort();
const version = createHash('sha256');
for (const page of offlinePages) version.update(readFileSync(join(OUT, page)));
const stamped = readFileSync(worker, 'utf8').replace('@VERSION@', version.digest('hex').slice(0, 16));
writeFileSync(worker, stamped);
console.log(`Finished the export: ${pages.length} pages, each with its own Content-Security-Policy.`);

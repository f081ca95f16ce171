// Finishes Next's static export: English moves from /en/ to the root, every page gets its Content-Security-Policy, the
// offline worker the lists of what it stores, and every text file a compressed copy beside it.
// Next writes inline bootstrap scripts, so a page's policy names their hashes. Inline styles are allowed by hash on the pages that are read, and
// in general only where Radix's scroll lock writes a <style>: behind sign-in, and on the sign-in pages, which go there without loading a page.
import { createHash } from 'node:crypto';
import { constants, gzipSync } from 'node:zlib';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OUT = join(import.meta.dirname, '../out');
const ROOT_LOCALE = 'en';
/** Where browsers put uploads by themselves; empty where they go through the API. */
const UPLOADS_ORIGIN = process.env.UPLOADS_ORIGIN ?? '';
if (!/^(https:\/\/[a-z0-9.-]+)?$/.test(UPLOADS_ORIGIN)) throw new Error('UPLOADS_ORIGIN must be https:// and a host.');

const TEXT = /\.(html|css|js|mjs|json|svg|txt|xml|webmanifest)$/;
/** Smaller files gain nothing. */
const MIN_BYTES = 1024;

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
/** The pages that open without a network, each in every language. */
const OFFLINE_PAGE = /^([a-z]{2}\/)?(billing|credits|edit|offline|profiles|settings|statistics)\/index\.html$/;

/** Tells the worker which pages it stores and what these need at once: scripts and styles that their HTML names. */
function stampWorker() {
  const path = join(OUT, 'offline-worker.js');
  const stored = pages.filter((page) => OFFLINE_PAGE.test(page)).sort();
  const version = createHash('sha256');
  const assets = new Set();
  for (const page of stored) {
    const html = readFileSync(join(OUT, page), 'utf8');
    version.update(html);
    for (const [address] of html.matchAll(/\/_next\/static\/[^"'\\?]+\.(?:js|css)/g)) assets.add(address);
  }
  const addresses = stored.map((page) => `/${page.replace(/index\.html$/, '')}`);
  const worker = readFileSync(path, 'utf8')
    .replace('@VERSION@', version.digest('hex').slice(0, 16))
    .replace(`['@PAGES@']`, JSON.stringify(addresses))
    .replace(`['@ASSETS@']`, JSON.stringify([...assets].sort()));
  writeFileSync(path, worker);
}

stampWorker();
/** Writes a .gz beside every text file, so that no server compresses at request time. */
function compressTexts() {
  const texts = readdirSync(OUT, { recursive: true }).filter((file) => TEXT.test(file));
  for (const file of texts) {
    const bytes = readFileSync(join(OUT, file));
    if (bytes.length < MIN_BYTES) continue;
    writeFileSync(join(OUT, `${file}.gz`), gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}

compressTexts();
console.log(`Finished the export: ${pages.length} pages, each with its own Content-Security-Policy.`);

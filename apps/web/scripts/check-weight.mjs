// Fails the build of a site whose pages have grown over their budgets: gzip KiB of the JavaScript that a page's HTML names (nomodule
// excluded). What is loaded when it is opened does not count. Usage: check-weight.mjs [--table]
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const OUT = join(import.meta.dirname, '../out');
const KIB = 1024;

/** The budget of a page: the first line whose pattern its path matches. */
const BUDGETS = [
  [/(^|\/)edit\//, 320],
  [/(^|\/)(forgot|reset)-password\//, 195],
  [/(^|\/)(billing|checkout|credits|operator|plans|profiles|settings|start|statistics)\//, 220],
  [/./, 160],
];

const sizes = new Map();

function gzipSize(address) {
  if (!sizes.has(address)) sizes.set(address, gzipSync(readFileSync(join(OUT, address))).length);
  return sizes.get(address);
}

function scriptsOf(html) {
  const sources = [...html.matchAll(/<script\b([^>]*)>/g)]
    .map(([, attributes]) => (attributes.includes('noModule') ? null : /src="([^"?]+)/.exec(attributes)?.[1]))
    .filter(Boolean);
  return [...new Set(sources)];
}

const pages = readdirSync(OUT, { recursive: true }).filter((file) => file.endsWith('.html'));
const rows = pages.sort().map((page) => {
  const scripts = scriptsOf(readFileSync(join(OUT, page), 'utf8'));
  const weight = scripts.reduce((sum, source) => sum + gzipSize(source), 0) / KIB;
  const [, budget] = BUDGETS.find(([pattern]) => pattern.test(page));
  return { page, weight, budget, over: weight > budget };
});

const shown = process.argv.includes('--table') ? rows : rows.filter(({ over }) => over);
for (const { page, weight, budget, over } of shown) {
  console.log(`${over ? '✗' : '✓'} ${weight.toFixed(1).padStart(6)} of ${budget} KiB  ${page}`);
}
if (rows.some(({ over }) => over)) {
  console.error('JavaScript over budget: load what a page needs later only when it is opened (import()).');
  process.exit(1);
}
console.log(`Weights: ${rows.length} pages within their budgets.`);

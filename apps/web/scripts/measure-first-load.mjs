// Prints the first-load JavaScript of every exported page: gzip bytes of the scripts its HTML names (nomodule excluded).
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const out = join(import.meta.dirname, '../out');
const pages = readdirSync(out, { recursive: true }).filter((file) => file.endsWith('.html'));
for (const page of pages.sort()) {
  const html = readFileSync(join(out, page), 'utf8');
  const sources = [...html.matchAll(/<script\b([^>]*)>/g)]
    .map(([, attributes]) => (attributes.includes('noModule') ? null : /src="([^"?]+)/.exec(attributes)?.[1]))
    .filter((source) => source);
  const bytes = [...new Set(sources)].reduce(
    (sum, source) => sum + gzipSync(readFileSync(join(out, source))).length,
    0,
  );
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${page}`);
}

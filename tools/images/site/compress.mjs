// Writes a .gz beside every text file of the site, so that nginx never compresses at request time. Usage: compress.mjs FOLDER
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const TEXT = /\.(html|css|js|mjs|json|svg|txt|xml|webmanifest)$/;
const SMALLEST = 1024;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Which folder holds the site?');

for (const path of readdirSync(folder, { recursive: true }).filter((name) => TEXT.test(name))) {
  const bytes = readFileSync(join(folder, path));
  if (bytes.length < SMALLEST) continue;
  writeFileSync(join(folder, `${path}.gz`), gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
}

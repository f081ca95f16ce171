// Removes from a folder of packages what no running program loads: source maps, types, sources, pages for people, builds for
// browsers, weights of fonts. Licences stay. Runs where node_modules may be spoilt. Usage: node tools/images/leave-out.mjs NODE_MODULES
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files that Node.js does not load, by their names. */
const NOT_LOADED = /\.(map|ts|mts|cts|tsx|flow|markdown|md|coffee|tsbuildinfo)$/i;
const LICENCE = /licen[cs]e|notice|copying|copyright/i;

/** Second builds of a package: what is loaded is the one that its package.json names for Node.js. */
const SECOND_BUILDS = [
  'typeorm/browser',
  'rxjs/src',
  'rxjs/dist/bundles',
  'rxjs/dist/esm',
  'rxjs/dist/esm5',
  'libphonenumber-js/bundle',
  'libphonenumber-js/es6',
  'libphonenumber-js/es6-modern',
  'class-validator/bundles',
  'class-validator/esm5',
  'class-validator/esm2015',
  'zod/src',
  'react-dom/cjs/react-dom-profiling.development.js',
  'react-dom/cjs/react-dom-profiling.profiling.js',
  'swagger-ui-dist/swagger-ui-es-bundle.js',
  'swagger-ui-dist/swagger-ui-es-bundle-core.js',
  'pdfjs-dist/build',
  'pdfjs-dist/image_decoders',
  'pdfjs-dist/types',
  'pdfjs-dist/web',
  '@types',
];

/** Fonts come in every weight, with pictures of themselves; PDFs use these: of the families of scripts two weights. */
const FONTS = '@expo-google-fonts';
const PRINTED =
  /\/(400Regular|400Regular_Italic|600SemiBold|(?<!noto-sans-\w+\/)700Bold)\/[^/]+\.ttf$|\/(package\.json|index\.js)$/;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Which folder holds the packages?');

const bytesOf = (path) => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
};

const before = bytesOf(folder);
for (const path of SECOND_BUILDS) rmSync(join(folder, path), { recursive: true, force: true });
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  const needed = path.includes(FONTS) ? PRINTED.test(path) : !NOT_LOADED.test(entry.name);
  if (entry.isFile() && !needed && !LICENCE.test(entry.name)) rmSync(path);
}
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
console.log(
  `Packages: ${megabytes(before)} before, ${megabytes(bytesOf(folder))} after leaving out what is not loaded.`,
);

// Removes from a folder of packages the files that no running program loads: source maps, types, sources, documentation, builds for
// browsers, weights of fonts. Licences stay. Use it only on a disposable node_modules. Usage: node tools/images/leave-out.mjs
// NODE_MODULES
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names of files that Node.js does not load. */
const NOT_LOADED = /\.(map|ts|mts|cts|tsx|flow|markdown|md|coffee|tsbuildinfo)$/i;
const LICENCE = /licen[cs]e|notice|copying|copyright/i;

/** Other builds of a package: Node.js loads the one that its package.json names. */
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

/** Font packages contain every weight and sample pictures; PDFs use only these files, two weights of each script's family. */
const FONTS = '@expo-google-fonts';
const PRINTED =
  /\/(400Regular|400Regular_Italic|600SemiBold|(?<!noto-[\w-]+\/)700Bold)\/[^/]+\.ttf$|\/(package\.json|index\.js)$/;

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

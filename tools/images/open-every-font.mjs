// Fails when a font that PDFs use was left out of the packages. Usage: node tools/images/open-every-font.mjs FOLDER
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Which folder holds the built program?');

const { alphabeticFaces, eastAsianFaces } = await import(
  pathToFileURL(resolve(folder, 'profile-print/worker/faces.mjs')).href
);
console.log(`Opened ${alphabeticFaces().length + eastAsianFaces().length} fonts.`);

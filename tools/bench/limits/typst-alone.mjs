// The limit of a PDF: only the Typst compiler, with the same source, fonts and data as the product, in a separate process.
// For each document it reports the milliseconds that layout and writing the PDF took, and the number of pages.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { alphabeticFaces } from '../../../libs/profile-print/worker/faces.mjs';

const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
const sheets = fileURLToPath(new URL('../../../libs/profile-print/typst/', import.meta.url));
const compiler = NodeCompiler.create({ workspace: sheets, fontArgs: [{ fontBlobs: alphabeticFaces() }] });

process.on('disconnect', () => process.exit(0));
process.on('message', (/** @type {{ data: string }} */ { data }) => {
  const started = performance.now();
  compiler.resetShadow();
  compiler.mapShadow(`${sheets}content.json`, Buffer.from(data));
  const document = compiler.compile({ mainFilePath: `${sheets}profile.typ` }).result;
  const pdf = document && compiler.pdf(document, { pdfStandard: 'ua-1' });
  const took = performance.now() - started;
  compiler.evictCache(2);
  process.send?.({ took, pages: pdf ? document.numOfPages : 0 });
});
process.send?.({ ready: true });

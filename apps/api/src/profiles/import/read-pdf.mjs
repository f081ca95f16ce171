// The child process that reads the text layer of one PDF and ends. A hostile file can hurt nothing but this process.
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const most = { pages: 30, runs: 30_000, letters: 400_000 };

process.on('disconnect', () => process.exit(0));

/** @param {Uint8Array} bytes */
async function read(bytes) {
  const options = { data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false, disableFontFace: true };
  const pdf = await getDocument({ ...options, stopAtErrors: false, verbosity: VerbosityLevel.ERRORS }).promise;
  const pages = [];
  let [runs, letters] = [0, 0];
  for (let number = 1; number <= Math.min(pdf.numPages, most.pages); number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    const found = [];
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '' || runs >= most.runs || letters >= most.letters) continue;
      runs += 1;
      letters += item.str.length;
      const size = Math.hypot(item.transform[2], item.transform[3]);
      found.push({ text: item.str, x: item.transform[4], y: height - item.transform[5], width: item.width, size });
    }
    pages.push({ width, height, runs: found });
  }
  const whole = pdf.numPages <= most.pages && runs < most.runs && letters < most.letters;
  return { kind: 'read', pages, whole };
}

process.once('message', (/** @type {Uint8Array} */ bytes) => {
  read(bytes)
    .catch((error) => ({ kind: 'refused', reason: error instanceof Error ? error.name : 'unknown' }))
    .then((answer) => process.send?.(answer, () => process.exit(0)));
});

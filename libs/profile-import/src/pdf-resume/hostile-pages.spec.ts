import { readPdfResume } from './read-pdf-resume';
import type { TextRun } from './lines';

const run = (text: string, x: number, y: number): TextRun => ({ text, x, y, width: 20, size: 10 });
const page = (...runs: TextRun[]) => ({ width: 595, height: 842, runs });

// These held the process for seconds and longer, or overflowed its stack. The bound is far above what a busy machine needs.
it.each([
  ['one line of 400,000 letters', [page(run('Mina', 50, 50), run('a.'.repeat(200_000), 50, 70))]],
  ...['Skills', 'Languages'].map((heading): [string, ReturnType<typeof page>[]] => [
    `200,000 entries under ${heading}`,
    [page(run('Mina', 50, 50), run(heading, 50, 70), run('a,'.repeat(200_000), 50, 90))],
  ]),
  [
    '30,000 words side by side',
    [page(...Array.from({ length: 30_000 }, (_, at) => run('word', 120 + (at % 300), 50)))],
  ],
  ['30,000 headings', [page(...Array.from({ length: 30_000 }, (_, at) => run('Skills', 50, at * 14)))]],
])('%s are read in bounded time', (_name, pages) => {
  const start = performance.now();
  expect(readPdfResume(pages)).toBeDefined();
  expect(performance.now() - start).toBeLessThan(5_000);
});

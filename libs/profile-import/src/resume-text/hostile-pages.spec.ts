import { readPdfPages } from '../read-pdf-pages';
import type { TextRun } from '../layout/page';

const run = (text: string, x: number, y: number): TextRun => ({ text, x, y, width: 20, size: 10 });
const page = (...runs: TextRun[]) => ({ width: 595, height: 842, runs });

/** Processor time of this process in milliseconds, which other programs on the machine do not take. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Ordinary work on strings, as a measure of this machine. */
function calibration(): void {
  for (let round = 0; round < 20; round += 1) {
    const words = Array.from({ length: 20_000 }, (_, index) => `word ${(index * 7_919) % 20_000}`);
    if (words.sort().join(' ').split(/\s+/).length !== 40_000) throw new Error('words are lost');
  }
}

const unit = processorTime(calibration);

// Each of these once took seconds or overflowed the stack.
it.each([
  ['one line of 400,000 letters', [page(run('Mina', 50, 50), run('a.'.repeat(200_000), 50, 70))]],
  ...['Skills', 'Languages'].map((heading): [string, ReturnType<typeof page>[]] => [
    `200,000 entries under ${heading}`,
    [page(run('Mina', 50, 50), run(heading, 50, 70), run('a,'.repeat(200_000), 50, 90))],
  ]),
  [
    '30,000 words side by side',
    [page(...Array.from({ length: 30_000 }, (_, index) => run('word', 120 + (index % 300), 50)))],
  ],
  ['30,000 headings', [page(...Array.from({ length: 30_000 }, (_, index) => run('Skills', 50, index * 14)))]],
])('reads %s in bounded time', (_name, pages) => {
  const taken = processorTime(() => expect(readPdfPages(pages)).toBeDefined());
  expect(taken / unit).toBeLessThan(10);
});

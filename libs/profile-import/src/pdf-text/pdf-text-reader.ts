import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ImportFailed } from '../import-failed';
import type { TextPage } from '../layout/page';

/** Limits of a `PdfTextReader`. */
export interface PdfTextReaderOptions {
  /** how long one file may be read, in milliseconds */
  timeLimit: number;
  /** heap of one child process, in megabytes */
  memoryLimit: number;
  /** files that are read at the same time */
  maxRunning: number;
  /** files that may wait for their turn */
  maxWaiting: number;
  /** what is read of one file */
  text: { maxPages: number; maxRuns: number; maxLetters: number; maxLinks: number };
}

/** What is read of one file. */
export const textLimits = { maxPages: 30, maxRuns: 30_000, maxLetters: 400_000, maxLinks: 200 };

const defaults: PdfTextReaderOptions = {
  timeLimit: 20_000,
  memoryLimit: 256,
  maxRunning: 2,
  maxWaiting: 20,
  text: textLimits,
};

const number = z.number();
const run = z.object({
  text: z.string(),
  x: number,
  y: number,
  width: number,
  size: number,
  font: number,
  link: z.string().optional(),
  tag: z.object({ role: z.string(), element: number }).optional(),
});
const resultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    pages: z.array(z.object({ width: number, height: number, runs: z.array(run) })),
    complete: z.boolean(),
    madeBy: z.string(),
  }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);

/** The text layer of a PDF. */
export interface PdfText {
  pages: TextPage[];
  /** false when the file has more text than is read */
  complete: boolean;
  /** what the file says of the programs that made it */
  madeBy: string;
}

const worker = fileURLToPath(new URL('../../worker/read-pdf.mjs', import.meta.url));

/**
 * Reads the text of PDFs, each in a child process of its own without environment. The child is killed when it takes too long, so
 * that a hostile file cannot harm this process. For tools and tests; the API reads PDFs inside its worker processes.
 */
export class PdfTextReader {
  private readonly options: PdfTextReaderOptions;
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(options: Partial<PdfTextReaderOptions> = {}) {
    this.options = { ...defaults, ...options };
  }

  /** @throws {ImportFailed} `pdf-unreadable`, `busy` */
  async read(bytes: Uint8Array): Promise<PdfText> {
    await this.takeTurn();
    try {
      const result = resultSchema.safeParse(await this.runChild(bytes));
      if (!result.success || result.data.kind === 'failed') throw new ImportFailed('pdf-unreadable');
      const { pages, complete, madeBy } = result.data;
      return { pages, complete, madeBy };
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async takeTurn(): Promise<void> {
    if (this.running >= this.options.maxRunning) {
      if (this.waiting.length >= this.options.maxWaiting) throw new ImportFailed('busy');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.running += 1;
  }

  /** The child's message; null when it dies or takes too long. */
  private runChild(bytes: Uint8Array): Promise<unknown> {
    const child = fork(worker, {
      env: {},
      execArgv: [`--max-old-space-size=${this.options.memoryLimit}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return new Promise((resolve) => {
      const finish = (message: unknown) => {
        clearTimeout(timer);
        child.kill('SIGKILL');
        resolve(message);
      };
      const timer = setTimeout(() => finish(null), this.options.timeLimit);
      child.once('message', finish);
      child.once('error', () => finish(null));
      child.once('exit', () => finish(null));
      child.send({ bytes, limits: this.options.text }, (error) => error && finish(null));
    });
  }
}

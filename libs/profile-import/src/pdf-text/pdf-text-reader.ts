import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ImportFailed } from '../import-failed';
import type { TextPage } from '../layout/page';

/** What is read of one file. */
export const textLimits = { maxPages: 30, maxRuns: 30_000, maxLetters: 400_000, maxLinks: 200 };

const number = z.number();
const run = z.object({
  text: z.string(),
  x: number,
  y: number,
  width: number,
  size: number,
  font: number,
  link: z.string().optional(),
  mail: z.string().optional(),
  tag: z.object({ role: z.string(), element: number }).optional(),
});
const resultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    pages: z.array(
      z.object({ width: number, height: number, runs: z.array(run), links: z.array(z.string()).optional() }),
    ),
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
 * Reads the text of PDFs one after another in a child process without environment, which lives as long as this process. For tools
 * and tests, whose files are harmless; the API reads PDFs inside its worker processes.
 */
export class PdfTextReader {
  private child: ChildProcess | null = null;
  private last: Promise<unknown> = Promise.resolve();

  /** @throws {ImportFailed} `pdf-unreadable` */
  async read(bytes: Uint8Array): Promise<PdfText> {
    const answer = this.last.then(() => this.ask(bytes));
    this.last = answer;
    const result = resultSchema.safeParse(await answer);
    if (!result.success || result.data.kind === 'failed') throw new ImportFailed('pdf-unreadable');
    const { pages, complete, madeBy } = result.data;
    return { pages, complete, madeBy };
  }

  /** The child's message; null when the child has ended. */
  private ask(bytes: Uint8Array): Promise<unknown> {
    const child = (this.child ??= this.start());
    child.ref();
    return new Promise((resolve) => {
      const finish = (message: unknown) => {
        child.off('message', finish).off('exit', ended);
        child.unref();
        resolve(message);
      };
      const ended = () => {
        this.child = null;
        finish(null);
      };
      child.on('message', finish).on('exit', ended);
      child.send({ bytes, limits: textLimits }, (error) => error && ended());
    });
  }

  private start(): ChildProcess {
    const child = fork(worker, {
      env: {},
      execArgv: ['--max-old-space-size=256'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.channel?.unref();
    return child;
  }
}

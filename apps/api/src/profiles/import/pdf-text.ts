import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { TextPage } from '../domain/cv/cv-lines';
import { importBusy, pdfUnreadable } from '../profiles.errors';

/** How long a file may be read, in milliseconds. */
const timeLimit = 20_000;
const atOnce = 2;
const waitingAtMost = 20;

const number = z.number();
const run = z.object({ text: z.string(), x: number, y: number, width: number, size: number });
const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    pages: z.array(z.object({ width: number, height: number, runs: z.array(run) })),
    whole: z.boolean(),
  }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
]);

/** The text layer of a PDF. */
export interface PdfText {
  pages: TextPage[];
  /** false when the file has more than is read */
  whole: boolean;
}

/** Beside the sources, or beside the bundle. */
function workerPath(): string {
  const candidates = ['./read-pdf.mjs', './resume-import/read-pdf.mjs'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new Error(`No read-pdf.mjs at ${candidates.join(' or ')}`);
  return found;
}

/**
 * Reads the text of PDFs in a child process for each: it gets no environment and at most 256 MB, and it is killed when it takes too
 * long, so that a hostile file fails alone.
 */
@Injectable()
export class PdfTextReader {
  private readonly worker = workerPath();
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @throws {DomainError} `import.pdf-unreadable`, `import.busy` */
  async read(bytes: Uint8Array): Promise<PdfText> {
    await this.turn();
    try {
      const answer = answerSchema.safeParse(await askChild(this.worker, bytes));
      if (!answer.success || answer.data.kind === 'refused') throw pdfUnreadable();
      const { pages, whole } = answer.data;
      return { pages, whole };
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= atOnce) {
      if (this.waiting.length >= waitingAtMost) throw importBusy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.running += 1;
  }
}

/** What a child says of the bytes; null when it dies or takes too long. */
function askChild(worker: string, bytes: Uint8Array): Promise<unknown> {
  const child = fork(worker, {
    env: {},
    execArgv: ['--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => {
    const end = (answer: unknown) => {
      clearTimeout(limit);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const limit = setTimeout(() => end(null), timeLimit);
    child.once('message', end);
    child.once('error', () => end(null));
    child.once('exit', () => end(null));
    child.send(bytes, (error) => error && end(null));
  });
}

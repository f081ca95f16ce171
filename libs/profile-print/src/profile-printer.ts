import { designOf, type ProfileDocument } from '@canar/profile-document';
import { contentOf } from './content-of';
import { findAssets, workerIn } from './print-assets';
import { type ChildLimits, PrintChild } from './print-child';
import { PrintFailed } from './print-failed';
import { lookOf, type PrintTemplate } from './looks';
import type { Printed, PrintJob, PrintPhoto } from './print-job';

/** How a printer is set up; every value has a default. */
export interface ProfilePrinterOptions extends Partial<ChildLimits> {
  /** Child processes at most; each starts when it is first needed. Default 1. */
  readonly children?: number;
  /** Jobs that may wait for a child; more are refused with `print.busy`. Default 100. */
  readonly waiting?: number;
  /** The folder of `worker/` and `typst/`; found by itself from the sources and beside a bundle. */
  readonly assetsDir?: string;
}

/** A profile to be printed. */
export interface PrintRequest {
  /** What may be seen and nothing else: see `visibleDocument` of `profile-document`. */
  readonly document: ProfileDocument;
  readonly template: PrintTemplate;
  /** BCP 47; the language of dates and of the titles that the owner has not chosen, and the PDF's language. */
  readonly locale: string;
  readonly photo?: PrintPhoto | undefined;
}

const rehearsal: PrintRequest = {
  document: {
    basics: { name: 'Canar', summary: 'A page that nobody sees.' },
    work: [{ name: 'Canar', startDate: '2026' }],
  },
  template: 'classic',
  locale: 'en',
};

interface Waiting {
  readonly job: PrintJob;
  readonly resolve: (printed: Printed) => void;
  readonly reject: (failure: unknown) => void;
}

/** Prints profiles as PDF in a pool of child processes; what goes wrong with one document stays with that document. */
export class ProfilePrinter {
  readonly #worker: string;
  readonly #limits: ChildLimits;
  readonly #most: number;
  readonly #waitingAtMost: number;
  readonly #idle: PrintChild[] = [];
  readonly #busy = new Map<PrintChild, Promise<void>>();
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(options: ProfilePrinterOptions = {}) {
    const { children = 1, waiting = 100, timeoutMs = 10_000, recycleAfter = 250 } = options;
    this.#worker = workerIn(options.assetsDir ?? findAssets());
    this.#limits = { timeoutMs, recycleAfter, recycleAboveBytes: options.recycleAboveBytes ?? 300 * 1024 * 1024 };
    this.#most = children;
    this.#waitingAtMost = waiting;
  }

  /** The process ids of the children that live now. */
  get processIds(): number[] {
    return [...this.#idle, ...this.#busy.keys()].flatMap((child) => (child.alive ? (child.pid ?? []) : []));
  }

  /**
   * Starts a child before the first job needs one and lets it print a page that nobody sees, so that the first PDF does not
   * wait for fonts, layouts and the reader to be loaded. Calling it is never necessary.
   */
  warmUp(): void {
    if (this.#closed || this.#idle.length + this.#busy.size > 0) return;
    void this.print(rehearsal).catch(() => undefined);
  }

  /**
   * Prints a profile on the paper that its design names, A4 by default. The same request gives the same bytes.
   * @throws {PrintFailed} `print.timeout`, `print.failed`, `print.busy` or `print.closed`
   */
  async print({ document, template, locale, photo = undefined }: PrintRequest): Promise<Printed> {
    if (this.#closed) throw new PrintFailed('print.closed', 'The printer is closed');
    if (this.#waiting.length >= this.#waitingAtMost)
      throw new PrintFailed('print.busy', 'Too many documents are waiting');
    const job: PrintJob = {
      look: lookOf(template, designOf(document)),
      content: contentOf(document, locale),
      photo: photo ?? null,
    };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#dispatch();
    });
  }

  /** Refuses what waits and what comes, lets running jobs end, and ends the children. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new PrintFailed('print.closed', 'The printer is closed'));
    await Promise.all(this.#busy.values());
    await Promise.all(this.#idle.splice(0).map((child) => child.kill()));
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const child = this.#free();
      const next = child && this.#waiting.shift();
      if (!child || !next) return;
      this.#busy.set(child, this.#serve(child, next));
    }
  }

  #free(): PrintChild | undefined {
    while (this.#idle.length > 0) {
      const child = this.#idle.pop();
      if (child?.alive) return child;
    }
    return this.#busy.size < this.#most ? this.#born() : undefined;
  }

  #born(): PrintChild {
    return new PrintChild(this.#worker, this.#limits);
  }

  async #serve(child: PrintChild, { job, resolve, reject }: Waiting): Promise<void> {
    await child.print(job).then(resolve, reject);
    if (child.alive && !child.worn) this.#idle.push(child);
    else await this.#replace(child);
    this.#busy.delete(child);
    this.#dispatch();
  }

  // A worn child is followed at once, so that no job waits for the start; a dead one only when a job comes.
  async #replace(child: PrintChild): Promise<void> {
    if (child.alive && !this.#closed) this.#idle.push(this.#born());
    await child.kill();
  }
}

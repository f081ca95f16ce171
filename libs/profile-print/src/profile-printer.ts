import { designOf, type ProfileDocument } from '@canar/profile-document';
import { WorkFailed, type WorkFailure, type WorkerLimits, WorkerPool } from '@canar/worker-pool';
import { contentOf } from './content-of';
import { findAssets, workerIn } from './print-assets';
import { PrintFailed, type PrintFailure } from './print-failed';
import { lookOf, type PrintTemplate } from './looks';
import type { InvoiceJob, InvoiceText, PrintedInvoice } from './invoice-text';
import type { Printed, PrintJob, PrintPhoto } from './print-job';
import { wordsFor } from './words';

/** The options of a printer; every value has a default. */
export interface ProfilePrinterOptions extends Partial<WorkerLimits> {
  /** Child processes; each starts when it is first needed. Default 1. */
  readonly maxChildren?: number;
  /** Jobs that may wait for a child; more are rejected with `print.busy`. Default 100. */
  readonly maxWaiting?: number;
  /** The folder of `worker/` and `typst/`; by default the library's own, or the one beside the bundle. */
  readonly assetsDir?: string;
}

/** A profile to be printed. */
export interface PrintRequest {
  /** Only the visible part: see `visibleDocument` of `profile-document`. */
  readonly document: ProfileDocument;
  readonly template: PrintTemplate;
  /** BCP 47; the language of dates and of the titles that the owner has not chosen, and the PDF's language. */
  readonly locale: string;
  readonly photo?: PrintPhoto | undefined;
  /** Whether each page says at its foot that this is a draft. */
  readonly isDraft?: boolean;
}

const rehearsal: PrintRequest = {
  document: {
    basics: { name: 'Canar', summary: 'A page that nobody sees.' },
    work: [{ name: 'Canar', startDate: '2026' }],
  },
  template: 'classic',
  locale: 'en',
};

const megabyte = 1024 * 1024;
const defaultLimits: WorkerLimits = {
  cpuMs: 5_000,
  startMs: 60_000,
  wallMs: 60_000,
  rssBytes: 700 * megabyte,
  heapMegabytes: 256,
  recycleAfter: 250,
  recycleAboveBytes: 300 * megabyte, // Typst retains some memory of every document
};

const failures: Record<WorkFailure, PrintFailure> = {
  'cpu-time': 'print.cpu-time',
  'wall-time': 'print.timeout',
  crashed: 'print.failed',
  rejected: 'print.failed',
  busy: 'print.busy',
  closed: 'print.closed',
};

/** Prints profiles and invoices as PDF in a pool of child processes; a failure affects only its own document. */
export class ProfilePrinter {
  readonly #pool: WorkerPool<PrintJob | InvoiceJob, Printed | PrintedInvoice>;
  #started = false;

  constructor({ maxChildren = 1, maxWaiting = 100, assetsDir, ...limits }: ProfilePrinterOptions = {}) {
    this.#pool = new WorkerPool({
      program: { path: workerIn(assetsDir ?? findAssets()) },
      limits: { ...defaultLimits, ...limits },
      maxChildren,
      maxWaiting,
    });
  }

  /** The process ids of the running children. */
  get processIds(): number[] {
    return this.#pool.processIds;
  }

  /**
   * Starts a child before the first job needs one and lets it print a test page, so that the first PDF does not wait for
   * fonts, layouts and the reader to load. Calling it is optional.
   */
  warmUp(): void {
    if (!this.#started) void this.print(rehearsal).catch(() => undefined);
  }

  /**
   * Prints a profile on the paper size of its design, A4 by default. The same request gives the same bytes.
   * @throws {PrintFailed} every code
   */
  async print({ document, template, locale, photo, isDraft = false }: PrintRequest): Promise<Printed> {
    this.#started = true;
    const job: PrintJob = {
      look: lookOf(template, designOf(document)),
      content: contentOf(document, locale),
      photo: photo ?? null,
      draft: isDraft ? wordsFor(locale).draft : null,
    };
    return (await this.#run(job)) as Printed;
  }

  /**
   * Prints an invoice or a credit note on A4. The same text gives the same bytes.
   * @throws {PrintFailed} every code
   */
  async printInvoice(invoice: InvoiceText): Promise<PrintedInvoice> {
    this.#started = true;
    return this.#run({ invoice });
  }

  async #run(job: PrintJob | InvoiceJob): Promise<Printed | PrintedInvoice> {
    try {
      return await this.#pool.run(job);
    } catch (error) {
      throw error instanceof WorkFailed ? new PrintFailed(failures[error.code], error.message) : error;
    }
  }

  /** Rejects waiting and new jobs, waits for the running jobs, and ends the children. */
  close(): Promise<void> {
    return this.#pool.close();
  }
}

// The child process: executes one job at a time for its parent. It ends when the parent does.
import { Typesetter } from './typst-typesetter.mjs';

process.on('disconnect', () => process.exit(0));

const typesetter = new Typesetter();

// Loaded while the first document is set: only reading it back needs this.
const reading = import('./read-back.mjs');

/** @param {import('../src/print-job').PrintJob} job */
async function printProfile(job) {
  const begun = performance.now();
  const printed = typesetter.set(job);
  const set = performance.now();
  const { readBack } = await reading;
  const readability = await readBack(printed.pdf, job.content);
  return { ...printed, readability, milliseconds: { set: set - begun, read: performance.now() - set } };
}

process.on(
  'message',
  async (/** @type {import('../src/print-job').PrintJob | import('../src/invoice-text').InvoiceJob} */ job) => {
    try {
      const value = 'invoice' in job ? typesetter.setInvoice(job.invoice) : await printProfile(job);
      process.send?.({ kind: 'answer', value, rss: process.memoryUsage().rss });
    } catch (error) {
      process.send?.({ kind: 'rejected', reason: error instanceof Error ? error.message : String(error) });
    }
  },
);

process.send?.({ kind: 'ready' });

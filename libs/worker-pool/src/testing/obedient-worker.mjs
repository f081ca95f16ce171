// A child whose behaviour is given by its job.
import { getPriority } from 'node:os';

process.on('disconnect', () => process.exit(0));

/** @type {Buffer[]} */
const hoard = [];

process.on('message', (/** @type {string} */ job) => {
  if (job === 'spin') for (;;);
  if (job === 'hoard') for (;;) hoard.push(Buffer.alloc(8 * 1024 * 1024, 1));
  if (job === 'reject') return process.send?.({ kind: 'rejected', reason: { code: 'as-told' } });
  const value = job === 'priority' ? getPriority() : process.pid;
  return process.send?.({ kind: 'answer', value, rss: 1 });
});

process.send?.({ kind: 'ready' });

// A child whose behaviour is given by its job.
import { readdirSync } from 'node:fs';
import { getPriority } from 'node:os';

process.on('disconnect', () => process.exit(0));

/** @type {Buffer[]} */
const hoard = [];

process.on('message', (/** @type {string} */ job) => {
  if (job === 'spin') for (;;);
  if (job === 'hoard') for (;;) hoard.push(Buffer.alloc(8 * 1024 * 1024, 1));
  if (job === 'reject') return process.send?.({ kind: 'rejected', reason: { code: 'on-request' } });
  const value = job === 'priorities' ? priorities() : process.pid;
  return process.send?.({ kind: 'answer', value, rss: 1 });
});

/** The different priorities of this process's threads. */
function priorities() {
  const threads = process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [0];
  return [...new Set(threads.map((thread) => getPriority(thread)))];
}

process.send?.({ kind: 'ready' });

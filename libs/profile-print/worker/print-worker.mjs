// The child process: takes one job at a time from its parent and answers it. It ends when the parent does.
import { Typesetter } from './typst-typesetter.mjs';

process.on('disconnect', () => process.exit(0));

const typesetter = new Typesetter();

process.on('message', (/** @type {Parameters<Typesetter['set']>[0]} */ job) => {
  try {
    process.send?.({ kind: 'printed', ...typesetter.set(job), rss: process.memoryUsage().rss });
  } catch (error) {
    process.send?.({ kind: 'refused', reason: error instanceof Error ? error.message : String(error) });
  }
});

process.send?.({ kind: 'ready' });

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The program that serves tasks: `worker.mjs` beside a bundle; beside the sources, the one that the tests bundle when they begin. */
export function workerProgram(): { path: string } {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const bundled = at('./worker.mjs');
  return { path: existsSync(bundled) ? bundled : at('../../../../../dist/api-test-worker/worker.mjs') };
}

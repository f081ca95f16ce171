import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const worker = join('worker', 'print-worker.mjs');

/**
 * The folder that holds `worker/` and `typst/`: this library's own when run from its sources, `profile-print/` beside the
 * bundle when run from one.
 * @throws Error when neither is there
 */
export function findAssets(): string {
  const candidates = ['..', 'profile-print'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((directory) => existsSync(join(directory, worker)));
  if (found === undefined) throw new Error(`No ${worker} under ${candidates.join(' or ')}`);
  return found;
}

/** The child process's program in a folder of assets. */
export function workerIn(assetsDir: string): string {
  return join(assetsDir, worker);
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The program that serves tasks: `worker.mjs` beside a bundle, else the TypeScript source, which a loader runs. */
export function workerProgram(): { path: string; execArgv?: string[]; env?: Record<string, string> } {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const bundled = at('./worker.mjs');
  if (existsSync(bundled)) return { path: bundled };
  const env = { TSX_TSCONFIG_PATH: at('../../../tsconfig.json') };
  return { path: at('../../worker.ts'), execArgv: ['--import', 'tsx'], env };
}

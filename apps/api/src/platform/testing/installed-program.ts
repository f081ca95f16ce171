import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that a suite drives and that may be missing on a laptop. */
export interface NeededProgram {
  name: string;
  /** The command that installs it. */
  install: string;
  /** Whether its absence fails the suite under `CI=true`; otherwise the suite counts as skipped there too. */
  requiredInCi: boolean;
}

/** The in-memory store that the cache shares between processes. */
export const redisServer: NeededProgram = {
  name: 'redis-server',
  install: 'apt-get install redis-server (or: brew install redis)',
  requiredInCi: true,
};

/** The path of a program on PATH, or undefined. */
export function installedProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** Opens a chapter of a spec, as Jest's `describe` does. */
export interface Chapters {
  describe(name: string, suite: () => void): void;
}

/**
 * Chapters that need a program. Where it is missing they count as skipped and the command that installs it is
 * printed; under `CI=true` a required program's absence fails.
 */
export function needing(program: NeededProgram): Chapters {
  if (installedProgram(program.name)) return { describe };
  const reason = `needs ${program.name}: ${program.install}`;
  if (process.env['CI'] === 'true' && program.requiredInCi) {
    const fail = () => Promise.reject(new Error(`This suite ${reason}.`));
    return { describe: (name) => describe(name, () => it(reason, fail)) };
  }
  process.stderr.write(`Skipped: a suite ${reason}\n`);
  return { describe: (name, suite) => describe.skip(`${name} (${reason})`, suite) };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that a suite drives where it is installed, also under `CI=true`; those that must be there are in `@canar/test-programs`. */
export interface OptionalProgram {
  name: string;
  /** The command that installs it. */
  install: string;
}

/** Opens a chapter of a spec, as Jest's `describe` does. */
export interface Chapters {
  describe(name: string, suite: () => void): void;
}

/** Chapters that need a program. Where it is missing they count as skipped, and the command that installs it is printed. */
export function needing(program: OptionalProgram): Chapters {
  if (isInstalled(program.name)) return { describe };
  const reason = `needs ${program.name}: ${program.install}`;
  process.stderr.write(`Skipped: a suite ${reason}\n`);
  return { describe: (name, suite) => describe.skip(`${name} (${reason})`, suite) };
}

function isInstalled(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.some((folder) => isExecutable(join(folder, name)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that some suites need and npm cannot install. */
export type ProgramName = 'redis-server' | 'chromium' | 'pdftotext' | 'pg_ctl' | 'njs';

/** The part of the environment that decides: pass `process.env`. */
type Environment = Readonly<Record<string, string | undefined>>;

interface Program {
  /** Names it goes by on the PATH, and full paths outside of it. */
  candidates: readonly string[];
  /** A variable with its full path, for unusual machines. */
  variable: string;
  debian: string;
  homebrew: string;
}

const PROGRAMS: Record<ProgramName, Program> = {
  'redis-server': {
    candidates: ['redis-server', 'valkey-server'],
    variable: 'REDIS_SERVER_PATH',
    debian: 'redis-server',
    homebrew: 'redis',
  },
  chromium: {
    candidates: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    variable: 'CHROMIUM_PATH',
    debian: 'chromium',
    homebrew: '--cask chromium',
  },
  pg_ctl: {
    candidates: [
      ...[18, 17, 16, 15].map((major) => `/usr/lib/postgresql/${major}/bin/pg_ctl`),
      ...[18, 17, 16, 15].map((major) => `/opt/homebrew/opt/postgresql@${major}/bin/pg_ctl`),
      'pg_ctl',
    ],
    variable: 'PG_CTL_PATH',
    debian: 'postgresql',
    homebrew: 'postgresql@18',
  },
  pdftotext: { candidates: ['pdftotext'], variable: 'PDFTOTEXT_PATH', debian: 'poppler-utils', homebrew: 'poppler' },
  njs: { candidates: ['njs'], variable: 'NJS_PATH', debian: 'njs', homebrew: 'njs' },
};

/** A program is missing where no suite may be skipped (CI=true). */
export class MissingProgramError extends Error {
  override readonly name = 'MissingProgramError';
}

/**
 * The full path of a program, or null when this machine does not have it: its suites are then skipped. Prints once
 * per process how to install it. @param environment `process.env`
 * @throws MissingProgramError when it is missing
 * and CI=true, where no suite may be skipped
 */
export function programPath(name: ProgramName, environment: Environment): string | null {
  const found = findProgram(name, environment);
  if (found !== null) return found;
  const advice = installAdvice(name);
  if (environment['CI'] === 'true') throw new MissingProgramError(advice);
  if (!announced.has(name)) process.stderr.write(`${advice} Its suites are left out.\n`);
  announced.add(name);
  return null;
}

const announced = new Set<ProgramName>();

/** The full path of a program, or null; regardless of CI. */
export function findProgram(name: ProgramName, environment: Environment): string | null {
  const { candidates, variable } = PROGRAMS[name];
  const named = environment[variable];
  if (named) return isExecutable(named) ? named : null;
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const paths = candidates.flatMap((candidate) =>
    candidate.startsWith('/') ? [candidate] : folders.map((folder) => join(folder, `${candidate}${suffix}`)),
  );
  return paths.find(isExecutable) ?? null;
}

function installAdvice(name: ProgramName): string {
  const { debian, homebrew } = PROGRAMS[name];
  const command =
    process.platform === 'darwin'
      ? `brew install ${homebrew}`
      : `sudo apt-get update && sudo apt-get install -y ${debian}`;
  return `${name} is missing. Install it: ${command}`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

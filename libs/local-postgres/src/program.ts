import { spawn } from 'node:child_process';

/** The account that a program runs under when we are root. */
export interface OperatingUser {
  uid: number;
  gid: number;
}

/** The output of a finished program. */
interface ProgramResult {
  /** Exit code; null when a signal ended it or it could not be started. */
  code: number | null;
  output: string;
}

/** The whole environment of PostgreSQL's programs: no other variable affects them, and their messages are English. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/bin:/bin' };

/**
 * Runs a program to its end as the given user and collects its output.
 * @param cwd a folder that the user can
 * enter (PostgreSQL's programs do not start elsewhere)
 */
export function runProgram(
  file: string,
  args: readonly string[],
  { user, cwd }: { user: OperatingUser | null; cwd: string },
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(user ?? {}),
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString('utf8'));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output });
    });
  });
}

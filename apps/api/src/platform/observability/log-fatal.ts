import { loggedError } from './logged-error';

/** The last line of a process that an error ends, in the form of the log. Node would print the whole error, with what it carries. */
export function fatalLine(error: unknown, now: Date): string {
  return JSON.stringify({
    level: 'fatal',
    time: now.toISOString(),
    msg: 'The process ends: an error was not handled.',
    err: loggedError(error),
  });
}

/** Logs an error that nothing has handled, also one of a rejected promise, and ends the process with 1. */
export function endOnUnhandledErrors(): void {
  process.on('uncaughtException', (error: unknown) => {
    process.stderr.write(`${fatalLine(error, new Date())}\n`);
    process.exit(1);
  });
}

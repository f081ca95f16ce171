/**
 * Why nothing was printed:
 * `print.timeout` the job took longer than its limit; `print.failed` the document could not be set, or the child process
 * died; `print.busy` too many jobs are waiting already; `print.closed` the printer is shut.
 */
export type PrintFailure = 'print.timeout' | 'print.failed' | 'print.busy' | 'print.closed';

/** A job that gave no PDF. The printer itself goes on. */
export class PrintFailed extends Error {
  override readonly name = 'PrintFailed';

  constructor(
    readonly code: PrintFailure,
    message: string,
  ) {
    super(message);
  }
}

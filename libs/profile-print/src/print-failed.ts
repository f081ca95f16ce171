/**
 * Why nothing was printed:
 * `print.cpu-time` the document needs more processor time than one may; `print.timeout` the job took too long by the clock; `print.failed` the document could not be set, or the child process
 * died; `print.busy` too many jobs are waiting already; `print.closed` the printer is closed.
 */
export type PrintFailure = 'print.cpu-time' | 'print.timeout' | 'print.failed' | 'print.busy' | 'print.closed';

/** A job that produced no PDF. The printer can still be used. */
export class PrintFailed extends Error {
  override readonly name = 'PrintFailed';

  constructor(
    readonly code: PrintFailure,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Why a job has no result:
 * `cpu-time` it took more processor time than one job may; `wall-time` it took too long by the clock; `crashed` its process died, also
 * for its memory; `rejected` the program itself rejected it; `busy` too many jobs are waiting already; `closed` the pool is closed.
 */
export type WorkFailure = 'cpu-time' | 'wall-time' | 'crashed' | 'rejected' | 'busy' | 'closed';

/** A job without a result. The pool can still be used. */
export class WorkFailed extends Error {
  override readonly name = 'WorkFailed';

  /** @param rejection the program's reason for rejecting the job */
  constructor(
    readonly code: WorkFailure,
    message: string,
    readonly rejection?: unknown,
  ) {
    super(message);
  }
}

import { problem } from '../errors/problem';

/** How long a kind of work may wait for a lock, and for one statement with its locks; in milliseconds. */
export type Timeouts = Readonly<Record<'request' | 'visit' | 'job', { lock: number; statement: number }>>;

/** Set in each transaction, not at the start of a connection: poolers reject startup options. */
export const timeouts: Timeouts = {
  request: { lock: 4_000, statement: 12_000 },
  visit: { lock: 1_000, statement: 5_000 },
  job: { lock: 10_000, statement: 60_000 },
};

/** Something else holds what a request needs; nothing was changed. */
export const requestBusy = problem(
  'unavailable',
  'request.busy',
  'Another request is changing the same data. Nothing was changed. Try again in a moment.',
);

/** PostgreSQL, appendix A: lock_not_available, query_canceled, deadlock_detected, serialization_failure. */
const cutShort = new Set(['55P03', '57014', '40P01', '40001']);
const noConnection = 'timeout exceeded when trying to connect';

/** The refusal that an error of the database means, or the error itself. */
export function busyIfCutShort(error: unknown): unknown {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (!cutShort.has(code ?? '') && message !== noConnection) return error;
  return requestBusy();
}

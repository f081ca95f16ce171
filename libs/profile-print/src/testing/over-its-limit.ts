/** The time limit of a job in specs: it ends a job that hangs, and is long enough for the slowest machine. */
export const patientMs = 240_000;

const realSetTimeout = setTimeout;
const runningForMs = 1_000;

/**
 * Starts a job and lets its time limit pass while it runs, without waiting for it.
 * @param limitMs the limit of the printer
 */
export async function overItsLimit<Result>(limitMs: number, start: () => Promise<Result>): Promise<Result> {
  jest.useFakeTimers({ doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] });
  const job = start();
  job.catch(() => undefined);
  await new Promise((resolve) => realSetTimeout(resolve, runningForMs));
  jest.advanceTimersByTime(limitMs);
  jest.useRealTimers();
  return job;
}

import { setTimeout as pause } from 'node:timers/promises';

/** Ends what hangs: far more than a slow machine needs. */
const patienceMs = 120_000;

/**
 * Asks every few milliseconds until the answer is as expected: for what happens in its own time.
 * @throws {Error} with the last answer, when it never comes
 */
export async function eventually<T>(ask: () => Promise<T>, expected: (answer: T) => boolean): Promise<T> {
  for (const deadline = performance.now() + patienceMs; ; await pause(5)) {
    const answer = await ask();
    if (expected(answer)) return answer;
    if (performance.now() > deadline) {
      throw new Error(`It did not come within ${patienceMs} ms; the last answer was ${JSON.stringify(answer)}`);
    }
  }
}

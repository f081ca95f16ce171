import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks every few milliseconds until the answer is as expected: for what happens in its own time.
 * @param withinMs how long it may take
 * @throws {Error} with the last answer, when it took longer
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  expected: (answer: T) => boolean,
  withinMs = 10_000,
): Promise<T> {
  for (const deadline = performance.now() + withinMs; ; await pause(5)) {
    const answer = await ask();
    if (expected(answer)) return answer;
    if (performance.now() > deadline) {
      throw new Error(`It did not come within ${withinMs} ms; the last answer was ${JSON.stringify(answer)}`);
    }
  }
}

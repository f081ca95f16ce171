/** Ends what hangs: far more than a slow machine needs. */
const patienceMs = 120_000;

/**
 * Asks again and again until the answer is as expected: for what happens in its own time, such as a job.
 * @throws {Error} with the last answer, when it never comes
 */
export async function eventually<T>(ask: () => Promise<T>, expected: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (expected(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`It never came; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

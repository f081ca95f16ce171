import { setTimeout as wait } from 'node:timers/promises';

const maxAttempts = 5;
const maxWaitSeconds = 30;

/** What an answer says that rejects a request. */
interface Rejection {
  status: number | undefined;
  /** The header `Retry-After`. */
  retryAfter: unknown;
}

/**
 * Asks a provider that may answer that it is asked too often: again after the seconds that it names, or after one, two, four and
 * eight seconds.
 * @param rejectionOf reads what failed
 */
export async function retryWhenLimited<T>(
  ask: () => Promise<T>,
  rejectionOf: (error: unknown) => Rejection,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const { status, retryAfter } = rejectionOf(error);
      if (status !== 429 || attempt + 1 >= maxAttempts) throw error;
      const named = typeof retryAfter === 'string' && /^\d+$/.test(retryAfter) ? Number(retryAfter) : 2 ** attempt;
      await wait(Math.min(named, maxWaitSeconds) * 1000);
    }
  }
}

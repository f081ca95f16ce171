import type { ZodType } from 'zod';

/**
 * Stores results that can be computed again, for a limited time.
 *
 * Values are JSON values; what comes back went through JSON and through the caller's schema, so a value that is not
 * what the caller expects is a miss. Treat it as read-only. A cache never fails a caller: when its tiers are gone,
 * it is a miss. After `delete` this process does not see the old value; another process may for as long as its
 * memory tier stores it (a few seconds), so what must disappear everywhere at once has a version in its key.
 */
export abstract class Cache {
  /** The value stored under a key, or undefined when there is none or the schema rejects it. */
  abstract get<T>(key: string, schema: ZodType<T>): Promise<T | undefined>;

  /**
   * Keeps a JSON value under a key.
   * @param ttlSeconds how long, in seconds, more than 0
   * @throws {RangeError} when the time is not positive
   */
  abstract set(key: string, value: unknown, ttlSeconds: number): Promise<void>;

  /** Deletes a key; a computation of it that is under way is not stored. */
  abstract delete(key: string): Promise<void>;

  /**
   * The value stored under a key, else the result of `compute`, which is then stored. Callers of this process that ask for
   * the same key at the same time share one computation, and its failure, which is not stored.
   */
  abstract getOrCompute<T>(key: string, schema: ZodType<T>, ttlSeconds: number, compute: () => Promise<T>): Promise<T>;
}

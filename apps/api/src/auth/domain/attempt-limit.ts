/** A leaky bucket: `burst` wrong passwords at once, afterwards one more every `secondsPerAttempt`. */
export interface AttemptLimit {
  burst: number;
  secondsPerAttempt: number;
}

/** How a client is known to an account: by a device cookie that a right sign-in has set, or not at all. */
export type DeviceKind = 'known' | 'strange';

/**
 * All strange devices share one bucket for each account: at most 30 wrong passwords in any minute, 1,440 a day. A known
 * device has its own, so that no stranger can use it up. Codes of a second factor have buckets of their own, alike: at most
 * 292 of them a day are tried against a million.
 */
export const attemptLimits: Record<DeviceKind | 'code', AttemptLimit> = {
  strange: { burst: 29, secondsPerAttempt: 60 },
  known: { burst: 10, secondsPerAttempt: 60 },
  code: { burst: 5, secondsPerAttempt: 300 },
};

/** Seconds until a full bucket has room for one attempt again. */
export function secondsUntilRoom({ burst, secondsPerAttempt }: AttemptLimit, emptyAt: Date, now: Date): number {
  const filled = (emptyAt.getTime() - now.getTime()) / 1000;
  return Math.max(1, Math.ceil(filled - (burst - 1) * secondsPerAttempt));
}

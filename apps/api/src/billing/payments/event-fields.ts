import { validate as isId } from 'uuid';
import { z } from 'zod';
import { isPlainText } from '../../platform/text/plain-text';

/** An id, or the name of a kind of event, as providers make them. */
export const eventId = z.string().min(1).max(200).refine(isPlainText);

/** An instant in seconds since 1970, from the year 2000 to 2199. */
export const secondsOf = z
  .int()
  .min(Date.UTC(2000, 0) / 1000)
  .max(Date.UTC(2200, 0) / 1000 - 1)
  .transform((seconds) => new Date(seconds * 1000));

/** Whether a reference that came back from a provider has the form of our orders' ids. */
export function isOurOrderId(reference: string): boolean {
  return isId(reference);
}

/** An instant in whole seconds since 1970. */
export function inSeconds(instant: Date): number {
  return Math.floor(Number(instant) / 1000);
}

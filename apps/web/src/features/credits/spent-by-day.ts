import type { Entry } from '@/lib/api/types';
import { localMomentOf } from '@/lib/local-moment';
import type { DayCount } from '@/ui/chart/day-bars';

const day = 86_400_000;

/**
 * What was spent on each of the last days, in the reader's own days as the statement prints them. What an undo gave back is
 * taken from the day on which it came back; no day counts less than nothing.
 */
export function spentByDay(
  entries: readonly Pick<Entry, 'kind' | 'amount' | 'effectiveAt'>[],
  count: number,
  now: number,
): DayCount[] {
  const spent = new Map<string, number>();
  for (const { kind, amount, effectiveAt } of entries) {
    if (kind !== 'charge' && kind !== 'reversal') continue;
    const date = dateOf(effectiveAt);
    spent.set(date, (spent.get(date) ?? 0) - amount);
  }
  return Array.from({ length: count }, (_, place) => {
    const date = dateOf(new Date(now - (count - 1 - place) * day).toISOString());
    return { date, count: Math.max(0, spent.get(date) ?? 0) };
  });
}

function dateOf(instant: string): string {
  return localMomentOf(instant).slice(0, 10);
}

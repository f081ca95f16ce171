/** The days until today, in UTC as statistics are counted: `{ from: '2026-01-09', to: '2026-01-15' }` for seven. */
export function lastDays(count: number, now: Date): { from: string; to: string } {
  const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);
  return { from: dayOf(new Date(now.getTime() - (count - 1) * 86_400_000)), to: dayOf(now) };
}

/** An instant as a `datetime-local` field shows it: the reader's own time, to the minute; empty for none. */
export function localMomentOf(instant: string | null | undefined): string {
  if (!instant) return '';
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant (RFC 3339) of what a `datetime-local` field holds; null while it holds none. */
export function instantOf(localMoment: string): string | null {
  const date = new Date(localMoment);
  return localMoment === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Whether an instant has come. @param now milliseconds of the epoch */
export function isPast(instant: string | null | undefined, now: number): boolean {
  return Boolean(instant) && new Date(instant ?? '').getTime() <= now;
}

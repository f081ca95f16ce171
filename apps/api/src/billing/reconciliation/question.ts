const minute = 60_000;
const day = 24 * 60 * minute;

/** How old an event must be to be missed, in milliseconds: a younger one is probably on its way. */
const patience = 10 * minute;

/** How far before the instant that was reached is asked again, in milliseconds: lists name the beginning of what takes days. */
const overlap = 10 * day;

/** How far back is asked at most, in milliseconds. */
const furthest = 30 * day;

/** What a provider is asked about now. */
export interface Question {
  from: Date;
  until: Date;
  /** Since when nobody has asked, because it is too long ago; null when everything is asked about. */
  missedSince: Date | null;
}

/** What to ask a provider about. @param reached until when it was asked before; null when it never was */
export function questionAt(now: Date, reached: Date | null): Question {
  const until = new Date(Math.floor((Number(now) - patience) / 1000) * 1000);
  const earliest = Number(until) - furthest;
  const from = new Date(Math.max(earliest, reached === null ? earliest : Number(reached) - overlap));
  return { from, until, missedSince: reached !== null && Number(reached) < earliest ? reached : null };
}

const dayMs = 86_400_000;

/** The maximum number of days of a report. */
const maxDays = 366;
const usualDays = 30;

/** Days in UTC, the first and the last included: `2026-01-31`. */
export interface DayRange {
  from: string;
  to: string;
}

/** The day of an instant, in UTC. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * dayMs));
}

/** The same day of an earlier month, or its last one. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))));
}

/**
 * The range that a question means: the thirty days until today, where it leaves an end open. Null when it ends before it
 * begins, or has more than 366 days.
 */
export function rangeOf(from: string | undefined, to: string | undefined, today: string): DayRange | null {
  const end = to ?? today;
  const start = from ?? daysAfter(end, 1 - usualDays);
  const days = (Date.parse(end) - Date.parse(start)) / dayMs + 1;
  return days >= 1 && days <= maxDays ? { from: start, to: end } : null;
}

/** Every day of a range. */
export function daysOf({ from, to }: DayRange): string[] {
  const days = [];
  for (let day = from; day <= to; day = daysAfter(day, 1)) days.push(day);
  return days;
}

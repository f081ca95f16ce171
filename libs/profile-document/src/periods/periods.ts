import { orderIn } from './date-order';
import type { DateOrder, ReadingOptions } from './date-words';
import { afterNow, type Bounds, boundsAt } from './period-bounds';
import { type Token, tokensOf } from './tokens';

/** A date or a period found in a text. Dates are ISO 8601: a year, a month or a day. */
export interface FoundPeriod {
  /** the beginning of a period */
  startDate?: string;
  /** the end of a period; missing of one that goes on */
  endDate?: string;
  /** the only date, where there is no period */
  date?: string;
  /** a word says that the period goes on, or that it has no end yet */
  ongoing: boolean;
  /** where it begins and ends in the text, in UTF-16 code units */
  start: number;
  end: number;
  /** it says more than the dates do: a season, an undecided order of day and month */
  lossy: boolean;
  /** for each date whose day and month nothing decides: both readings, day first */
  ambiguous: { field: 'startDate' | 'endDate' | 'date'; readings: readonly [string, string] }[];
}

const maxTokens = 4_000;

function found(tokens: readonly Token[], bounds: Bounds): FoundPeriod | null {
  const { first, second, ongoing, open = false, from, next } = bounds;
  const [begin, finish] = [tokens[from], tokens[next - 1]];
  if (!begin || !finish) return null;
  const where = { start: begin.start, end: finish.end, ongoing };
  const lossy = first?.lossy === true || second?.lossy === true;
  const ambiguous: FoundPeriod['ambiguous'] = [];
  const period = second !== undefined || ongoing || open || first?.last !== undefined;
  if (first?.readings) ambiguous.push({ field: period ? 'startDate' : 'date', readings: first.readings });
  if (second?.readings) ambiguous.push({ field: 'endDate', readings: second.readings });
  const more = { ...where, lossy: lossy || ambiguous.length > 0, ambiguous };
  if (!period) return first ? { date: first.date, ...more } : null;
  const end = second ? (second.last ?? second.date) : ongoing ? undefined : first?.last;
  return { ...(first ? { startDate: first.date } : {}), ...(end === undefined ? {} : { endDate: end }), ...more };
}

/** One side of a period decides the order of day and month of the other. */
function decided(tokens: readonly Token[], index: number, bounds: Bounds, options: ReadingOptions): Bounds {
  const open = [bounds.first, bounds.second].some((date) => date?.readings);
  if (!open || options.order || !bounds.first || !bounds.second) return bounds;
  const text = tokens.slice(index, bounds.next);
  const order = orderIn(text);
  return order ? (boundsAt(tokens, index, { order }) ?? bounds) : bounds;
}

/**
 * The first period in a text, and where there is none, the first date. Reads the forms and words of about forty languages.
 * @param order decides `03/04/2019`; without it such a date gives its year and both readings
 */
export function findPeriod(text: string, order?: DateOrder): FoundPeriod | null {
  if (!/\p{Nd}/u.test(text)) return null;
  const tokens = tokensOf(text.slice(0, 20_000)).slice(0, maxTokens);
  let single: FoundPeriod | null = null;
  for (let index = 0; index < tokens.length; index += 1) {
    const bounds = boundsAt(tokens, index, { order });
    if (!bounds) continue;
    const read = found(tokens, decided(tokens, index, bounds, { order }));
    if (!read) continue;
    if (read.date === undefined) return read;
    const whole = bounds.next - bounds.from === tokens.length;
    const { weak } = bounds.first ?? {};
    if (weak === 'digits' || (weak === 'word' && !whole)) continue;
    single ??= read;
    index = bounds.next - 1;
  }
  return single;
}

/** Reads a text that is a period or a date and nothing else; `null` for anything else. */
export function readPeriod(text: string, order?: DateOrder): FoundPeriod | null {
  const tokens = tokensOf(text.slice(0, 200));
  const bounds = boundsAt(tokens, 0, { order });
  if (!bounds || bounds.from !== 0 || bounds.next !== tokens.length) return null;
  if (bounds.first?.weak === 'digits' && !bounds.second && !bounds.ongoing) return null;
  return found(tokens, decided(tokens, 0, bounds, { order }));
}

/** Whether a text says that a period goes on, in any of the languages. */
export function meansNow(text: string): boolean {
  const tokens = tokensOf(text.slice(0, 200));
  return tokens.length > 0 && afterNow(tokens, 0) === tokens.length;
}

const unixSeconds = /^\d{9,10}(?:\.0+)?$/;
const unixMilliseconds = /^\d{12,13}$/;

/** The day (UTC) of a Unix time in seconds or milliseconds, between 1980 and 2100, or `null`. Only for a field that holds a date. */
export function readUnixTime(text: string): string | null {
  const factor = unixSeconds.test(text) ? 1_000 : unixMilliseconds.test(text) ? 1 : 0;
  const date = new Date(Number(text) * factor);
  return factor > 0 && date.getUTCFullYear() >= 1980 && date.getUTCFullYear() < 2100
    ? date.toISOString().slice(0, 10)
    : null;
}

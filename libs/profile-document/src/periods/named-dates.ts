import {
  centuryOf,
  type Reader,
  iso,
  isMark,
  isSeparator,
  joined,
  monthAt,
  numberAt,
  point,
  skipOf,
  yearAfter,
  yearAt,
} from './date-words';
import type { Token } from './tokens';

/** `May 2018`, `mayo de 2018`, `May-18`, `May, 2018`, `May '18`, `May 3, 2018`, `May 3rd 2018`. */
export const monthNameFirst: Reader = (tokens, index) => {
  const named = monthAt(tokens, index);
  if (!named) return null;
  const weak = named.weak ? { weak: 'word' as const } : {};
  const direct = joined(tokens, named.next) === null ? skipOf(tokens, named.next) : named.next + 1;
  const year = yearAfter(tokens, direct);
  if (year) return point(iso(year.year, named.month), year.next, weak);
  const hyphened = joined(tokens, named.next) === null ? null : numberAt(tokens, direct, [2]);
  if (hyphened !== null) return point(iso(centuryOf(hyphened), named.month), direct + 1);
  const day = dayAt(tokens, named.next);
  const after = day && yearAfter(tokens, skipOf(tokens, day.next));
  if (day && after) return point(iso(after.year, named.month, day.day), after.next, weak);
  const short = numberAt(tokens, named.next, [2]);
  return short === null || !tokens[named.next]?.spaced
    ? null
    : point(iso(centuryOf(short), named.month), named.next + 1, { weak: 'digits' });
};

/** `3`, `3.`, `3rd`, `1er`, `1º`. */
export function dayAt(tokens: readonly Token[], index: number): { day: number; next: number } | null {
  const day = numberAt(tokens, index, [1, 2]);
  if (day === null || day < 1 || day > 31) return null;
  const after = tokens[index + 1];
  if (!after || after.spaced) return { day, next: index + 1 };
  const ordinal =
    /^(?:st|nd|rd|th|er|º|ª|o|a|e|ο|η|'?inci)$/.test(after.text) || after.text === '.' || after.text === '°';
  return { day, next: ordinal ? index + 2 : index + 1 };
}

/** `3 May 2018`, `3. Mai 2018`, `3 de mayo de 2018`, `03-May-18`, `3/May/2018`. */
export const dayFirstNamed: Reader = (tokens, index) => {
  const day = dayAt(tokens, index);
  if (!day) return null;
  const dashed = joined(tokens, day.next) !== null;
  const named = monthAt(tokens, dashed ? day.next + 1 : skipOf(tokens, day.next));
  if (!named) return null;
  const place = joined(tokens, named.next) === null ? skipOf(tokens, named.next) : named.next + 1;
  const year = yearAfter(tokens, place);
  if (year) return point(iso(year.year, named.month, day.day), year.next);
  const short = dashed ? numberAt(tokens, place, [2]) : null;
  return short === null ? null : point(iso(centuryOf(short), named.month, day.day), place + 1);
};

/** `2018 May`, `2018, May 3`, `2018 m. gegužė` is not read. */
export const yearThenName: Reader = (tokens, index) => {
  const year = yearAt(tokens, index);
  if (year === null) return null;
  let at = index + 1;
  if (isMark(tokens[at], ',') || isMark(tokens[at], '.') || joined(tokens, at) !== null) at += 1;
  const named = monthAt(tokens, at);
  if (!named || (named.weak && tokens[named.next]?.kind === 'word')) return null;
  const following = yearAfter(tokens, skipOf(tokens, named.next));
  if (following) return null;
  const day = tokens[named.next]?.kind === 'number' ? dayAt(tokens, named.next) : null;
  return day && !isSeparator(tokens[day.next]) && iso(year, named.month, day.day)
    ? point(iso(year, named.month, day.day), day.next)
    : point(iso(year, named.month), named.next);
};

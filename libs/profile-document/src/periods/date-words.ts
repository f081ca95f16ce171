import { parsePartialDate } from '../fields/partial-date';
import { isCommonWord, monthNamed } from './month-names';
import { phraseAt } from './period-words';
import type { Token } from './tokens';

/** Whether the day or the month comes first in dates of three numbers, such as 03/04/2019. */
export type DateOrder = 'day-first' | 'month-first';

/** A date or a span of months as it stands in a text. */
export interface DatePoint {
  /** ISO 8601: year, month or day. Of a span, its beginning. */
  date: string;
  /** of a span (a quarter, a half, a financial year): its last month or year */
  last?: string;
  /** the two readings of a date of three numbers that nothing decides, day first */
  readings?: readonly [dayFirst: string, monthFirst: string];
  /** `date` contains only a part of the text, such as the year without the season */
  lossy?: boolean;
  /**
   * a form that is no date everywhere: `digits` only in a period (`05/18`, `Jan 03`), `word` there and where it is the whole text
   * (`set 2019`, `’98`)
   */
  weak?: 'digits' | 'word';
  /** the index after its last token */
  next: number;
}

/** What decides between readings of a date. */
export interface ReadingOptions {
  order?: DateOrder | undefined;
}

/** Reads one form of date that begins at a token. */
export type Reader = (tokens: readonly Token[], index: number, options: ReadingOptions) => DatePoint | null;

const separators = new Set(['/', '.', '-', '‐', '‑', '–', '\\']);
export function iso(year: number, month?: number, day?: number): string | null {
  const parts = [String(year), month, day].filter((part) => part !== undefined && part !== 0);
  const date = parts.map((part, index) => (index === 0 ? part : String(part).padStart(2, '0'))).join('-');
  return parsePartialDate(date) ? date : null;
}

export function numberAt(tokens: readonly Token[], index: number, digits: readonly number[]): number | null {
  const token = tokens[index];
  return token?.kind === 'number' && digits.includes(token.text.length) ? Number(token.text) : null;
}

/** A year of four digits that a résumé can hold. */
export function yearAt(tokens: readonly Token[], index: number): number | null {
  const year = numberAt(tokens, index, [4]);
  return year !== null && year >= 1900 && year < 2100 ? year : null;
}

/** The year of two digits: 40 to 99 are of the last century. */
export const centuryOf = (year: number): number => (year < 40 ? 2000 : 1900) + year;

export const isMark = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'mark' && token.text === text;
export const isWord = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'word' && token.text === text;
export const isSeparator = (token: Token | undefined): boolean => token?.kind === 'mark' && separators.has(token.text);

/** A separator without white space around it. */
export function joined(tokens: readonly Token[], index: number): string | null {
  const token = tokens[index];
  return token && isSeparator(token) && !token.spaced && tokens[index + 1]?.spaced === false ? token.text : null;
}

/** `'03`: a year of two digits after an apostrophe, and the index after it. */
export function shortYearAt(tokens: readonly Token[], index: number): { year: number; next: number } | null {
  if (!isMark(tokens[index], "'") || tokens[index + 1]?.spaced) return null;
  const year = numberAt(tokens, index + 1, [2]);
  return year === null ? null : { year: centuryOf(year), next: index + 2 };
}

export function monthAt(
  tokens: readonly Token[],
  index: number,
): { month: number; next: number; weak: boolean } | null {
  const [first, second] = [tokens[index], tokens[index + 1]];
  if (first?.kind !== 'word') return null;
  const pair = second?.kind === 'word' ? monthNamed(`${first.text} ${second.text}`) : null;
  if (pair !== null) return { month: pair, next: index + 2, weak: false };
  const month = monthNamed(first.text);
  if (month === null) return null;
  const dotted = isMark(second, '.') && !second?.spaced;
  return { month, next: index + (dotted ? 2 : 1), weak: isCommonWord(first.text) && !dotted };
}

/** Skips "de", "of", "," between the words of a date. */
export function skipOf(tokens: readonly Token[], index: number): number {
  let next = index;
  if (isMark(tokens[next], ',')) next += 1;
  next += phraseAt(tokens, next, 'of');
  return next;
}

/** A year as the end of a date: four digits, or two after an apostrophe, with the word for "year" that some languages add. */
export function yearAfter(tokens: readonly Token[], index: number): { year: number; next: number } | null {
  const year = yearAt(tokens, index);
  const found = year === null ? shortYearAt(tokens, index) : { year, next: index + 1 };
  if (!found) return null;
  return { year: found.year, next: skipYearWord(tokens, found.next) };
}

export function skipYearWord(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token?.kind !== 'word') return index;
  if (!/^(?:г|года|год|году|р|рік|року|roku|r|yılı|年|년)$/.test(token.text)) return index;
  return isMark(tokens[index + 1], '.') && !tokens[index + 1]?.spaced && /^(?:г|р|r)$/.test(token.text)
    ? index + 2
    : index + 1;
}

export function point(date: string | null, next: number, more: Partial<DatePoint> = {}): DatePoint | null {
  return date === null ? null : { date, next, ...more };
}

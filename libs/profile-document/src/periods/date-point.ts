import {
  type DatePoint,
  point,
  type Reader,
  type ReadingOptions,
  shortYearAt,
  skipYearWord,
  yearAt,
} from './date-words';
import { dayFirstNamed, monthNameFirst, yearThenName } from './named-dates';
import { eastAsian, monthAndYear, threeNumbers, yearFirst } from './numeric-dates';
import { phraseAt } from './period-words';
import type { Token } from './tokens';
import { quarterOrHalf, seasonOfYear, spanOfYears } from './year-spans';

const yearAlone: Reader = (tokens, index) => {
  const year = yearAt(tokens, index);
  if (year !== null) return point(String(year), skipYearWord(tokens, index + 1));
  const short = shortYearAt(tokens, index);
  return short && point(String(short.year), short.next, { weak: 'word' });
};

const readers: readonly Reader[] = [
  quarterOrHalf,
  eastAsian,
  spanOfYears,
  yearFirst,
  threeNumbers,
  dayFirstNamed,
  monthAndYear,
  monthNameFirst,
  yearThenName,
  seasonOfYear,
  yearAlone,
];

const glue = new Set(['/', '.', '-', '_', '@', '#', '+', '$', '€', '£', '₹', ':', '\\', '&', '=', '%']);

/** Whether a token may begin a date: nothing is written directly before it that makes it part of another word or number. */
function begins(tokens: readonly Token[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!before || !token || token.spaced) return true;
  if (before.kind === 'mark') return !glue.has(before.text);
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(before.text);
}

/** Whether a date may end before a token: no letter, digit or part of a longer number follows directly. */
function ends(tokens: readonly Token[], next: number): boolean {
  const [token, following] = [tokens[next], tokens[next + 1]];
  if (!token || token.spaced) return true;
  if (token.kind === 'number') return false;
  if (token.kind === 'word')
    return (
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(token.text) ||
      phraseAt(tokens, next, 'sinceAfter') > 0
    );
  if (token.text === '%' || token.text === '@' || token.text === '_') return false;
  return !(
    glue.has(token.text) &&
    following?.kind === 'number' &&
    !following.spaced &&
    tokens[next - 1]?.kind === 'number' &&
    token.text !== '-' &&
    token.text !== '/'
  );
}

/** The date that begins at a token, in the first form that fits. `afterDash`: what is written directly before it joins two dates. */
export function pointAt(
  tokens: readonly Token[],
  index: number,
  options: ReadingOptions,
  afterDash = false,
): DatePoint | null {
  if (!afterDash && !begins(tokens, index)) return null;
  for (const reader of readers) {
    const found = reader(tokens, index, options);
    if (found && ends(tokens, found.next)) return found;
  }
  return null;
}

import {
  centuryOf,
  type Reader,
  iso,
  isMark,
  isSeparator,
  isWord,
  numberAt,
  point,
  skipOf,
  yearAfter,
  yearAt,
} from './date-words';
import { dayAt } from './named-dates';
import { phraseAt } from './period-words';
import type { Token } from './tokens';

/** `Q1 1992`, `1992 Q1`, `1. Quartal 1992`, `H2 2019`, `T3 2019`: a span of months. */
export const quarterOrHalf: Reader = (tokens, index) => {
  const lead = yearAt(tokens, index);
  const sign = isSeparator(tokens[index + 1]) || isMark(tokens[index + 1], ',') || isWord(tokens[index + 1], '年');
  const at = lead === null ? index : index + (sign ? 2 : 1);
  const part = partOfYearAt(tokens, at);
  if (!part) return null;
  const tail =
    lead === null ? yearAfter(tokens, skipOf(tokens, part.next + (isSeparator(tokens[part.next]) ? 1 : 0))) : null;
  const year = lead ?? tail?.year;
  if (year === undefined) return null;
  const first = (part.number - 1) * part.months + 1;
  const [date, end] = [iso(year, first), iso(year, first + part.months - 1)];
  return date && end ? { date, last: end, next: tail?.next ?? part.next } : null;
};

const romans = ['i', 'ii', 'iii', 'iv'];

/** The number before a part of a year: `1.`, `3rd`, `第3`, `III`. */
function ordinalAt(tokens: readonly Token[], index: number): { day: number; next: number } | null {
  const roman = romans.findIndex((number) => isWord(tokens[index], number));
  if (roman >= 0) return { day: roman + 1, next: index + (isMark(tokens[index + 1], '.') ? 2 : 1) };
  return dayAt(tokens, isWord(tokens[index], '第') ? index + 1 : index);
}

function partOfYearAt(
  tokens: readonly Token[],
  index: number,
): { number: number; months: number; next: number } | null {
  for (const [kind, months] of [
    ['quarter', 3],
    ['half', 6],
  ] as const) {
    const length = phraseAt(tokens, index, kind);
    const number = length > 0 ? numberAt(tokens, index + length, [1]) : null;
    if (
      number !== null &&
      number >= 1 &&
      number <= 12 / months &&
      !(length === 1 && tokens[index + 1]?.spaced && (tokens[index]?.text.length ?? 0) < 2)
    ) {
      return { number, months, next: index + length + 1 };
    }
    const leading = ordinalAt(tokens, index);
    const after = leading ? phraseAt(tokens, leading.next, kind) : 0;
    if (
      leading &&
      after > 0 &&
      leading.day <= 12 / months &&
      (tokens[leading.next]?.text.length ?? 0) > (tokens[leading.next]?.spaced ? 1 : 0)
    ) {
      return { number: leading.day, months, next: leading.next + after };
    }
  }
  return null;
}

/** `Summer 2019`, `printemps 2019`, `early 2019`, `WS 2019/20`: the year alone. */
export const seasonOfYear: Reader = (tokens, index) => {
  const length = phraseAt(tokens, index, 'season');
  if (length === 0) return null;
  const year = yearAfter(tokens, skipOf(tokens, index + length));
  return year && point(String(year.year), year.next, { lossy: true });
};

/** `FY 1998-99`, `F.Y. 2018-2019`, `FY 18-19`: April to March, as India's financial year; `AY 2018-19`: the two years. */
export const spanOfYears: Reader = (tokens, index) => {
  const financial = phraseAt(tokens, index, 'yearSpan');
  const academic = financial > 0 ? 0 : phraseAt(tokens, index, 'academicYear');
  const at = index + financial + academic;
  if (at === index) return null;
  const colon = isMark(tokens[at], ':') || isMark(tokens[at], '-') ? at + 1 : at;
  const short = numberAt(tokens, colon, [2]);
  const first = yearAt(tokens, colon) ?? (short !== null && isSeparator(tokens[colon + 1]) ? centuryOf(short) : null);
  if (first === null) return null;
  if (!isSeparator(tokens[colon + 1])) return financial > 0 ? point(String(first), colon + 1, { lossy: true }) : null;
  const second = yearAt(tokens, colon + 2) ?? centuryAfter(first, numberAt(tokens, colon + 2, [2]));
  if (second !== first + 1 && !(academic > 0 && second !== null && second > first)) return null;
  return financial > 0
    ? { date: `${first}-04`, last: `${second}-03`, next: colon + 3 }
    : { date: String(first), last: String(second), next: colon + 3 };
};

/** The year of two digits that follows a year: 99 after 1998, 01 after 1999. */
export function centuryAfter(first: number, digits: number | null): number | null {
  if (digits === null) return null;
  const same = Math.floor(first / 100) * 100 + digits;
  return same > first ? same : same + 100;
}

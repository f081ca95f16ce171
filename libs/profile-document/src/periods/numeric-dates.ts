import {
  centuryOf,
  type Reader,
  iso,
  isMark,
  isSeparator,
  isWord,
  joined,
  numberAt,
  point,
  shortYearAt,
  yearAt,
} from './date-words';
import type { Token } from './tokens';

const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** `2019年4月1日`, `2019년 4월`, and the years of Japanese eras: `令和元年5月`. */
export const eastAsian: Reader = (tokens, index) => {
  const era = eras[`${tokens[index]?.text ?? ''}${tokens[index + 1]?.text ?? ''}`];
  const at = era === undefined ? index : index + 2;
  const count = isWord(tokens[at], '元') ? 1 : numberAt(tokens, at, era === undefined ? [4] : [1, 2]);
  const marker = tokens[at + 1];
  if (count === null || !(isWord(marker, '年') || isWord(marker, '년'))) return null;
  const year = count + (era ?? 0);
  const month = numberAt(tokens, at + 2, [1, 2]);
  if (month === null || !(isWord(tokens[at + 3], '月') || isWord(tokens[at + 3], '월'))) {
    return point(iso(year), skipWord(tokens, at + 2, ['度']));
  }
  const day = numberAt(tokens, at + 4, [1, 2]);
  const isDay = isWord(tokens[at + 5], '日') || isWord(tokens[at + 5], '일') || isWord(tokens[at + 5], '号');
  return day !== null && isDay ? point(iso(year, month, day), at + 6) : point(iso(year, month), at + 4);
};

function skipWord(tokens: readonly Token[], index: number, words: readonly string[]): number {
  const token = tokens[index];
  return token?.kind === 'word' && words.includes(token.text) ? index + 1 : index;
}

/** `2019-04-01`, `2019/4`, `2019.04.`, and a timestamp. */
export const yearFirst: Reader = (tokens, index) => {
  const year = yearAt(tokens, index);
  if (year === null) return null;
  const separator = tokens[index + 1];
  if (!isSeparator(separator) || separator?.spaced) return null;
  if (separator?.text !== '.' && joined(tokens, index + 1) === null) return null;
  const month = numberAt(tokens, index + 2, [1, 2]);
  if (month === null || month > 12 || separator?.text === '–') return null;
  const tail = tokens[index + 3];
  if (!tail || tail.spaced || tail.text !== separator?.text) return point(iso(year, month), index + 3);
  const day = numberAt(tokens, index + 4, [1, 2]);
  const full = day === null ? null : iso(year, month, day === 0 ? undefined : day);
  if (full !== null) return point(full, afterTime(tokens, afterDot(tokens, index + 5)));
  return point(iso(year, month), tail.text === '.' ? index + 4 : index + 3);
};

function afterDot(tokens: readonly Token[], index: number): number {
  const [dot, following] = [tokens[index], tokens[index + 1]];
  return isMark(dot, '.') && !dot?.spaced && following?.kind !== 'number' ? index + 1 : index;
}

/** After the time of a timestamp (`T09:30:00Z`), which is left out. */
function afterTime(tokens: readonly Token[], index: number): number {
  const [letter, hours] = [tokens[index], tokens[index + 1]];
  const isTime = isWord(letter, 't') ? !letter?.spaced && hours?.kind === 'number' : false;
  const isClock = letter?.kind === 'number' && isMark(hours, ':');
  if (!isTime && !isClock) return index;
  let next = index + 1;
  while (tokens[next] && !tokens[next]?.spaced) next += 1;
  return next;
}

/** `01/09/2015`, `1.9.2001`, `9-1-15` in a period. */
export const threeNumbers: Reader = (tokens, index, { order }) => {
  const [a, b] = [numberAt(tokens, index, [1, 2]), numberAt(tokens, index + 2, [1, 2])];
  const [first, second] = [tokens[index + 1], tokens[index + 3]];
  if (a === null || b === null || !isSeparator(first) || first?.text !== second?.text) return null;
  if (first?.spaced || second?.spaced) return null;
  const long = yearAt(tokens, index + 4);
  const short = numberAt(tokens, index + 4, [2]);
  const year = long ?? (short === null ? null : centuryOf(short));
  if (year === null) return null;
  const next = index + 5;
  const weak = long === null ? { weak: first?.text === '.' ? ('word' as const) : ('digits' as const) } : {};
  const [dayFirst, monthFirst] = [iso(year, b, a), iso(year, a, b)];
  if (first?.text === '.' || dayFirst === monthFirst) return point(dayFirst, next, weak);
  if (dayFirst === null || monthFirst === null) return point(dayFirst ?? monthFirst, next, weak);
  if (order) return point(order === 'day-first' ? dayFirst : monthFirst, next, weak);
  return point(String(year), next, { readings: [dayFirst, monthFirst], ...weak });
};

/** `05/2018`, `5.2018`, `05-2018`; `05/18` in a period. */
export const monthAndYear: Reader = (tokens, index) => {
  const month = numberAt(tokens, index, [1, 2]);
  const separator = tokens[index + 1];
  if (month === null || month < 1 || month > 12 || !isSeparator(separator)) return null;
  const loose = separator?.text === '/' || separator?.text === '.';
  if (joined(tokens, index + 1) === null && !(loose && yearAt(tokens, index + 2) !== null)) return null;
  const year = yearAt(tokens, index + 2);
  if (year !== null) return point(iso(year, month), index + 3);
  const apostrophe = shortYearAt(tokens, index + 2);
  if (apostrophe) return point(iso(apostrophe.year, month), apostrophe.next);
  const short = separator?.text === '/' ? numberAt(tokens, index + 2, [2]) : null;
  return short === null ? null : point(iso(centuryOf(short), month), index + 3, { weak: 'digits' });
};

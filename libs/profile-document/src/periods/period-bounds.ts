import { pointAt } from './date-point';
import type { DatePoint, ReadingOptions } from './date-words';
import { monthNamed } from './month-names';
import { phraseAt } from './period-words';
import type { Token } from './tokens';
import { centuryAfter } from './year-spans';

const dashes = new Set(['-', '–', '—', '−', '‒', '―', '‐', '‑', '→', '~', '〜', '∼', '～', '⁓', '»', '>', '·']);

/** The dates of a period and the tokens that it takes up. */
export interface Bounds {
  first?: DatePoint;
  second?: DatePoint;
  ongoing: boolean;
  /** a dash behind the only date is the last of the text: its end stands elsewhere */
  open?: boolean;
  from: number;
  next: number;
}

/** Where a second date may begin: behind a dash, and behind a word such as "to", "bis" or "至" after it. */
interface Separator {
  afterDash: number;
  afterWord: number;
}

function separatorAt(tokens: readonly Token[], index: number): Separator | null {
  const suffixed = index + phraseAt(tokens, index, 'sinceAfter');
  let afterDash = suffixed;
  while (tokens[afterDash]?.kind === 'mark' && dashes.has(tokens[afterDash]?.text ?? '') && afterDash < suffixed + 2) {
    afterDash += 1;
  }
  if (tokens[afterDash]?.text === '/' && afterDash === index) return { afterDash: index + 1, afterWord: index + 1 };
  const afterWord = afterDash + phraseAt(tokens, afterDash, 'until');
  return afterWord > index ? { afterDash, afterWord } : null;
}

/** The index after "now" in one of the languages, also behind "until", or `null`. */
export function afterNow(tokens: readonly Token[], index: number): number | null {
  const direct = phraseAt(tokens, index, 'now');
  if (direct > 0) return index + direct + phraseAt(tokens, index + direct, 'untilAfter');
  const until = phraseAt(tokens, index, 'until');
  const later = until > 0 ? phraseAt(tokens, index + until, 'now') : 0;
  return later > 0 ? index + until + later + phraseAt(tokens, index + until + later, 'untilAfter') : null;
}

/** The second date of a period: a whole one, or the last two digits of its year (`2015–17`, `’98–’99`). */
function secondPoint(
  tokens: readonly Token[],
  index: number,
  first: DatePoint,
  options: ReadingOptions,
): DatePoint | null {
  const skipped =
    index + (phraseAt(tokens, index, 'since') > 0 && tokens[index]?.kind === 'word' ? articleAt(tokens, index) : 0);
  const whole = pointAt(tokens, skipped, options, true);
  if (whole) return whole;
  const token = tokens[skipped];
  if (token?.kind !== 'number' || token.text.length !== 2 || !/^\d{4}$/.test(first.date)) return null;
  const following = tokens[skipped + 1];
  if (following && !following.spaced && following.kind !== 'mark') return null;
  const year = centuryAfter(Number(first.date), Number(token.text));
  return year !== null && year - Number(first.date) <= 60 ? { date: String(year), next: skipped + 1 } : null;
}

const articles = new Set(['le', 'el', 'il', 'o', 'den', 'dem', 'au', 'al', 'de']);

function articleAt(tokens: readonly Token[], index: number): number {
  return articles.has(tokens[index]?.text ?? '') ? 1 : 0;
}

/** `Jan – Mar 2019`, `3 March – 5 April 2019`: the year stands only behind the second date. */
function sharedYear(tokens: readonly Token[], index: number, options: ReadingOptions): Bounds | null {
  const day =
    tokens[index]?.kind === 'number' && (tokens[index]?.text.length ?? 0) <= 2 ? Number(tokens[index]?.text) : 0;
  let at = day > 0 ? index + 1 : index;
  if (day > 0 && tokens[at]?.text === '.' && !tokens[at]?.spaced) at += 1;
  const month = tokens[at]?.kind === 'word' ? monthNamed(tokens[at]?.text ?? '') : null;
  if (month === null) return null;
  let next = at + 1;
  if (tokens[next]?.text === '.' && !tokens[next]?.spaced) next += 1;
  const between = separatorAt(tokens, next);
  const second = between && pointAt(tokens, between.afterWord, options, true);
  if (!second || second.date.length < 7 || (day > 0 && second.date.length < 10)) return null;
  const date = [
    second.date.slice(0, 4),
    String(month).padStart(2, '0'),
    ...(day > 0 ? [String(day).padStart(2, '0')] : []),
  ];
  const before = date.join('-') <= second.date;
  if (!before) date[0] = String(Number(date[0]) - 1);
  return { first: { date: date.join('-'), next }, second, ongoing: false, from: index, next: second.next };
}

/** The period or date that begins at a token. */
export function boundsAt(tokens: readonly Token[], index: number, options: ReadingOptions): Bounds | null {
  const since = tokens[index]?.kind === 'word' ? phraseAt(tokens, index, 'since') : 0;
  const from = index + since + (since > 0 ? articleAt(tokens, index + since) : 0);
  const shared = sharedYear(tokens, from, options);
  if (shared) return { ...shared, from: index };
  const first = pointAt(tokens, from, options);
  if (!first) return openBefore(tokens, index, options);
  const suffix = first.next + phraseAt(tokens, first.next, 'sinceAfter');
  const between = separatorAt(tokens, first.next);
  const goesOn = afterNow(tokens, between?.afterDash ?? first.next) ?? afterNow(tokens, first.next);
  if (goesOn !== null) return { first, ongoing: true, from: index, next: goesOn };
  const spanOfYears = first.last !== undefined && /^\d{4}$/.test(first.date);
  const second = between && !spanOfYears ? secondPoint(tokens, between.afterWord, first, options) : null;
  if (second) {
    const next = second.next + phraseAt(tokens, second.next, 'untilAfter');
    return { first, second, ongoing: false, from: index, next };
  }
  const ended = phraseAt(tokens, first.next, 'untilAfter');
  if (ended > 0) return { second: first, ongoing: false, from: index, next: first.next + ended };
  if (suffix > first.next) return { first, ongoing: true, from: index, next: suffix };
  if (since > 0)
    return { first, ongoing: true, from: strongSince(tokens, index) ? index : from, next: openEnd(tokens, first.next) };
  const open = openEnd(tokens, first.next);
  return { first, ongoing: false, open: open > first.next, from, next: open };
}

/** The index after a dash that stands open at the end of a text: `2019 –`. */
function openEnd(tokens: readonly Token[], index: number): number {
  return dashes.has(tokens[index]?.text ?? '') && index === tokens.length - 1 ? index + 1 : index;
}

/** Words that open a period by themselves; `de`, `of` and the like do so only in a pair. */
const pairOnly = new Set([
  'de',
  'del',
  'do',
  'da',
  'dal',
  'du',
  'von',
  'vom',
  'van',
  'od',
  'z',
  'с',
  'со',
  'от',
  'din',
  'dari',
  'từ',
  'מ',
  'از',
  'den',
  'à',
  'a',
  'as',
  'from',
  'dall',
]);

function strongSince(tokens: readonly Token[], index: number): boolean {
  const length = phraseAt(tokens, index, 'since');
  return length > 1 || (length === 1 && !pairOnly.has(tokens[index]?.text ?? ''));
}

/** `until 2019`, `bis 03/2019`; `Present – 2019`, as a text from right to left may come. */
function openBefore(tokens: readonly Token[], index: number, options: ReadingOptions): Bounds | null {
  const now = phraseAt(tokens, index, 'now');
  if (now > 0) {
    const dashed = dashes.has(tokens[index + now]?.text ?? '');
    const first = dashed ? pointAt(tokens, index + now + 1, options, true) : null;
    if (first) return { first, ongoing: true, from: index, next: first.next };
  }
  const until = tokens[index]?.kind === 'word' ? phraseAt(tokens, index, 'until') : 0;
  if (until === 0 || !strongUntil(tokens, index, until)) return null;
  const second = pointAt(tokens, index + until + articleAt(tokens, index + until), options);
  return second ? { second, ongoing: false, from: index, next: second.next } : null;
}

const weakUntil = new Set(['to', 'a', 'à', 'au', 'en', 'al', 'ad', 'do', 'ao', 'and', 'та', 'і', 'până', 'por']);

function strongUntil(tokens: readonly Token[], index: number, length: number): boolean {
  return length > 1 || !weakUntil.has(tokens[index]?.text ?? '');
}

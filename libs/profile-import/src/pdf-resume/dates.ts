import { isOngoing, monthNamed, repairDate } from '@canar/profile-document';

const month = String.raw`(?:[\p{L}\p{M}]{2,10}\.?,?\s+)`;
const point = String.raw`(?:${month}(?:\d{1,2},\s+)?(?:19|20)\d{2}|(?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2}|(?:19|20)\d{2}(?:[-/.](?:0[1-9]|1[0-2]))?(?:-\d{2})?)`;
const now = String.raw`(?:present|current|currently|now|today|ongoing|till date|to date|till now|heute|actualidad|वर्तमान|अब तक)`;
const range = new RegExp(
  String.raw`(?<![\p{L}\d])(${point})\s*(?:[-–—−‒→]|\bto\b|\buntil\b)\s*(${point}|${now})(?![\p{L}\d])`,
  'iu',
);
const since = new RegExp(String.raw`(?<![\p{L}\d])(?:since|from)\s+(${point})(?![\p{L}\d])`, 'iu');
const single = new RegExp(String.raw`(?<![\p{L}\d/.-])(${point})(?![\p{L}\d])`, 'iu');

/** The dates in a text, and the text without them. */
export interface DatesInText {
  startDate?: string;
  endDate?: string;
  /** the only date, where there is no period */
  date?: string;
  rest: string;
}

/** Converts a date to ISO 8601; `rest` is a word before the year that is not a month. */
function iso(typed: string): { date: string; rest: string } {
  const [, word = '', year = typed] = /^([\p{L}\p{M}]+\.?,?\s+)(.*)$/u.exec(typed) ?? [];
  if (word && monthNamed(word) === null) return { date: repairDate(year.trim()) ?? year, rest: word };
  return { date: repairDate(typed.replace(/[.,](?=\s)/g, '').trim()) ?? typed, rest: '' };
}

function without(text: string, match: RegExpExecArray, insert: string): string {
  const rest = `${text.slice(0, match.index)} ${insert} ${text.slice(match.index + match[0].length)}`;
  return rest
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/([|·•])\s+[|·•](?=\s)/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;|·•–—-]+|[\s,;|·•–—-]+$/g, '')
    .trim();
}

/** Finds a period with an end, or one that is ongoing. */
export function findPeriod(text: string): DatesInText | null {
  const match = range.exec(text);
  if (match) {
    const [start, last] = [iso(match[1] ?? ''), match[2] ?? ''];
    const end = isOngoing(last) || /^(?:heute|actualidad)$/i.test(last) ? null : iso(last);
    const rest = without(text, match, `${start.rest} ${end?.rest ?? ''}`);
    return { startDate: start.date, ...(end ? { endDate: end.date } : {}), rest };
  }
  const open = since.exec(text);
  if (!open) return null;
  const { date, rest } = iso(open[1] ?? '');
  return { startDate: date, rest: without(text, open, rest) };
}

/** Finds a period or a single date. */
export function findDates(text: string): DatesInText | null {
  const period = findPeriod(text);
  if (period) return period;
  const match = single.exec(text);
  if (!match) return null;
  const { date, rest } = iso(match[1] ?? '');
  return { date, rest: without(text, match, rest) };
}

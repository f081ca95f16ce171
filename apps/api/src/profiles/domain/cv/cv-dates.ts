import { isOngoing, repairDate } from '@canar/profile-document';

const month = String.raw`(?:\p{L}{3,9}\.?,?\s+)`;
const point = String.raw`(?:${month}(?:\d{1,2},\s+)?(?:19|20)\d{2}|(?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2}|(?:19|20)\d{2}(?:[-/.](?:0[1-9]|1[0-2]))?(?:-\d{2})?)`;
const now = String.raw`(?:present|current|currently|now|today|ongoing|till date|to date|till now|heute|actualidad|वर्तमान|अब तक)`;
const range = new RegExp(
  String.raw`(?<![\p{L}\d])(${point})\s*(?:[-–—−‒→]|\bto\b|\buntil\b)\s*(${point}|${now})(?![\p{L}\d])`,
  'iu',
);
const since = new RegExp(String.raw`(?<![\p{L}\d])(?:since|from)\s+(${point})(?![\p{L}\d])`, 'iu');
const single = new RegExp(String.raw`(?<![\p{L}\d/.-])(${point})(?![\p{L}\d])`, 'iu');

/** Dates found in a text, and the text without them. */
export interface FoundDates {
  startDate?: string;
  endDate?: string;
  /** the only date, where there is no period */
  date?: string;
  rest: string;
}

const monthName = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** A date as it was typed, in ISO 8601; a word before a year that is no month is not part of it. */
function iso(typed: string): { date: string; kept: string } {
  const [, word = '', rest = typed] = /^(\p{L}+\.?,?\s+)(.*)$/u.exec(typed) ?? [];
  if (word && !monthName.test(word)) return { date: repairDate(rest.trim()) ?? rest, kept: word };
  return { date: repairDate(typed.replace(/[.,](?=\s)/g, '').trim()) ?? typed, kept: '' };
}

function without(text: string, match: RegExpExecArray, kept: string): string {
  const rest = `${text.slice(0, match.index)} ${kept} ${text.slice(match.index + match[0].length)}`;
  return rest
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;|·•–—-]+|[\s,;|·•–—-]+$/g, '')
    .trim();
}

/** Finds a period, or an open one. */
export function findPeriod(text: string): FoundDates | null {
  const match = range.exec(text);
  if (match) {
    const [start, end] = [iso(match[1] ?? ''), iso(match[2] ?? '')];
    const endDate = isOngoing(match[2] ?? '') || /heute|actualidad/i.test(match[2] ?? '') ? {} : { endDate: end.date };
    return { startDate: start.date, ...endDate, rest: without(text, match, start.kept) };
  }
  const open = since.exec(text);
  return open && { startDate: iso(open[1] ?? '').date, rest: without(text, open, '') };
}

/** Finds a period or a single date. */
export function findDates(text: string): FoundDates | null {
  const period = findPeriod(text);
  if (period) return period;
  const match = single.exec(text);
  if (!match) return null;
  const { date, kept } = iso(match[1] ?? '');
  return { date, rest: without(text, match, kept) };
}

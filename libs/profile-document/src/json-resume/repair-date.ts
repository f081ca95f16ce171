import { monthNamed } from '../fields/month-names';
import { isOngoing, parsePartialDate } from '../fields/partial-date';

function monthOf(name: string | undefined): string | null {
  const number = monthNamed(name ?? '');
  return number === null ? null : String(number).padStart(2, '0');
}

function iso(...parts: (string | null | undefined)[]): string | null {
  const written = parts.filter((part) => part !== undefined);
  if (written.includes(null)) return null;
  const date = written.map((part, index) => (part as string).padStart(index === 0 ? 4 : 2, '0')).join('-');
  return parsePartialDate(date) ? date : null;
}

type Reading = [pattern: RegExp, read: (match: RegExpExecArray) => string | null];

// Only what can mean one date: 03/04/2019 stays as typed.
const readings: Reading[] = [
  [/^(\d{4})[-/.](\d{1,2})$/, ([, year, month]) => iso(year, month)],
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
    ([, year, month, day]) => (Number(day) > 0 ? iso(year, month, day) : iso(year, month)),
  ],
  [
    /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?$/i,
    ([, year, month, day]) => iso(year, month, day),
  ],
  [/^(\d{1,2})[-/.](\d{4})$/, ([, month, year]) => iso(year, month)],
  [/^([\p{L}\p{M}]{2,10})\.?,? (\d{4})$/u, ([, name, year]) => iso(year, monthOf(name))],
  [/^(\d{4}),? ([\p{L}\p{M}]{2,10})\.?$/u, ([, year, name]) => iso(year, monthOf(name))],
  [
    /^([\p{L}\p{M}]{2,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u,
    ([, name, day, year]) => iso(year, monthOf(name), day),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)? ([\p{L}\p{M}]{2,10})\.?,? (\d{4})$/u,
    ([, day, name, year]) => iso(year, monthOf(name), day),
  ],
];

/**
 * The ISO 8601 form of a date as people type it: `May 2019`, `2019/5`, `5 March 2019`, `2019-05-00`, a timestamp. The text itself
 * when it needs no repair or can mean several dates; `null` when it says that something goes on ("Present"), which JSON Resume
 * tells by leaving the field out.
 */
export function repairDate(text: string): string | null {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (isOngoing(typed)) return null;
  if (typed === '' || parsePartialDate(typed)) return text.trim() === text ? text : typed;
  for (const [pattern, read] of readings) {
    const match = pattern.exec(typed.slice(0, 60));
    const date = match && read(match);
    if (date) return date;
  }
  return text;
}

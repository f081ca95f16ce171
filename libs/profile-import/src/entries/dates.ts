import { findPeriod as findPeriodOrDate, type FoundPeriod } from '@canar/profile-document';

/** The dates in a text, and the text without them. */
export interface DatesInText {
  startDate?: string;
  endDate?: string;
  /** the only date, where there is no period */
  date?: string;
  rest: string;
}

const digitsAndMarks = /[\p{N}\p{P}\p{S}]+/gu;

/** What stands in a period beside its dates and no date holds, such as a season. */
function remainder(text: string, found: FoundPeriod): string {
  if (!found.lossy || found.ambiguous.length > 0) return '';
  return text
    .slice(found.start, found.end)
    .replace(digitsAndMarks, ' ')
    .replace(/^\s*(?:since|from|until)\s/i, ' ');
}

function without(text: string, found: FoundPeriod): string {
  return `${text.slice(0, found.start)} ${remainder(text, found)} ${text.slice(found.end)}`
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/([|·•])\s+[|·•](?=\s)/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;|·•–—-]+|[\s,;|·•–—-]+$/g, '')
    .trim();
}

/** Dates whose day and month nothing decides stay as they are written: the owner is asked for them. */
function datesOf(text: string, found: FoundPeriod): Omit<DatesInText, 'rest'> {
  const { startDate, endDate, date } = found;
  const dates = {
    ...(startDate === undefined ? {} : { startDate }),
    ...(endDate === undefined ? {} : { endDate }),
    ...(date === undefined ? {} : { date }),
  };
  const typed = text.slice(found.start, found.end).match(/\d{1,2}([-/\\])\d{1,2}\1\d{2,4}/g) ?? [];
  found.ambiguous.forEach(({ field }, index) => Object.assign(dates, typed[index] ? { [field]: typed[index] } : {}));
  return dates;
}

/** Finds a period with an end, or one that is ongoing. */
export function findPeriod(text: string): DatesInText | null {
  const found = findPeriodOrDate(text);
  return found && found.date === undefined ? { ...datesOf(text, found), rest: without(text, found) } : null;
}

/** Finds a period or a single date. */
export function findDates(text: string): DatesInText | null {
  const found = findPeriodOrDate(text);
  return found && { ...datesOf(text, found), rest: without(text, found) };
}

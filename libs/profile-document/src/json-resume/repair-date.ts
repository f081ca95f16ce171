import { isOngoing, parsePartialDate } from '../fields/partial-date';
import type { DateOrder } from '../periods/date-words';
import { meansNow, readPeriod, readUnixTime } from '../periods/periods';

/**
 * The ISO 8601 form of a date as people type it: `May 2019`, `2019/5`, `5 March 2019`, `2019年5月`, a timestamp, a Unix time. The text
 * itself when it needs no repair, can mean several dates, or says more than a date does (a season); `null` when it says that
 * something goes on ("Present"), which JSON Resume expresses by leaving the field out.
 * @param order decides `03/04/2019`
 */
export function repairDate(text: string, order?: DateOrder): string | null {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (isOngoing(typed) || meansNow(typed)) return null;
  if (typed === '' || parsePartialDate(typed)) return text.trim() === text ? text : typed;
  const found = typed.length <= 60 ? readPeriod(typed, order) : null;
  if (found?.date !== undefined && !found.lossy) return found.date;
  return readUnixTime(typed) ?? text;
}

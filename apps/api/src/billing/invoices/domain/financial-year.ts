/** India has one time zone, without summer time. */
const offset = 330 * 60_000;

/** The calendar day in India at an instant, as `YYYY-MM-DD`. */
export function dayInIndia(at: Date): string {
  return new Date(at.getTime() + offset).toISOString().slice(0, 10);
}

/** The year in which the Indian financial year of an instant begins, with the first of April. */
export function financialYearOf(at: Date): number {
  const day = dayInIndia(at);
  const year = Number(day.slice(0, 4));
  return day.slice(5) < '04-01' ? year - 1 : year;
}

/** A financial year as it is written: `2026-27`. */
export function financialYearText(year: number): string {
  return `${year}-${lastDigits(year + 1)}`;
}

/**
 * The number of a document: letters, digits, `/` and `-`, at most 16 of them, up to the ten millionth of a year.
 * @param prefix two letters, one pair for each series
 * @param position from 1
 */
export function documentNumber(prefix: string, year: number, position: number): string {
  return `${prefix}/${lastDigits(year)}-${lastDigits(year + 1)}/${String(position).padStart(6, '0')}`;
}

function lastDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}

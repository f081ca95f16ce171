import type { Entry } from './entries';

type Fields = Record<string, unknown>;

/** The parts of titles that stand between signs. */
export function split(titles: readonly string[]): string[] {
  return titles
    .flatMap((title) => title.split(/\s+[|·•–—@]\s+/u))
    .map((title) => title.trim())
    .filter(Boolean);
}

/** Takes the first title that is wanted out of a list. */
export function take(titles: string[], wanted: (title: string) => boolean): string | undefined {
  const index = titles.findIndex(wanted);
  return index < 0 ? undefined : titles.splice(index, 1)[0];
}

/** What items of most sections have: a period, a link, and the rest as prose under the name of a field. */
export function commonOf(entry: Entry, prose: string, rest: readonly string[]): Fields {
  const text = [...rest, ...entry.prose].join('\n');
  return {
    ...(entry.dates.startDate ? { startDate: entry.dates.startDate } : {}),
    ...((entry.dates.endDate ?? entry.dates.date) ? { endDate: entry.dates.endDate ?? entry.dates.date } : {}),
    ...(entry.url ? { url: entry.url } : {}),
    ...(text ? { [prose]: text } : {}),
    ...(entry.highlights.length > 0 ? { highlights: entry.highlights } : {}),
  };
}

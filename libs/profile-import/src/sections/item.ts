import type { Entry } from '../entries/entries';

type Fields = Record<string, unknown>;

/** Splits titles at separators such as `|` and `–`. */
export function splitTitles(titles: readonly string[]): string[] {
  return titles
    .flatMap((title) => title.split(/\s+[|·•–—@]\s+/u))
    .map((title) => title.trim())
    .filter(Boolean);
}

/** Removes the first title that matches from a list and returns it. */
export function takeFirst(titles: string[], matches: (title: string) => boolean): string | undefined {
  const index = titles.findIndex(matches);
  return index < 0 ? undefined : titles.splice(index, 1)[0];
}

/** The fields that items of most sections share: period, link, highlights, and the prose as the field `prose`. */
export function commonFields(entry: Entry, prose: string, rest: readonly string[]): Fields {
  const text = [...rest, ...entry.prose].join('\n');
  return {
    ...(entry.dates.startDate ? { startDate: entry.dates.startDate } : {}),
    ...((entry.dates.endDate ?? entry.dates.date) ? { endDate: entry.dates.endDate ?? entry.dates.date } : {}),
    ...(entry.url ? { url: entry.url } : {}),
    ...(text ? { [prose]: text } : {}),
    ...(entry.highlights.length > 0 ? { highlights: entry.highlights } : {}),
  };
}

/** Limits of one list of an import's report, in entries and in characters of JSON. */
export const reportLimits = { entries: 500, characters: 200_000 };

/** The first entries of a list of an import's report within its limits, and how many others there are. */
export function boundedReport<Entry>(
  all: readonly Entry[],
  limits = reportLimits,
): { entries: Entry[]; omitted: number } {
  const entries: Entry[] = [];
  let characters = 0;
  for (const entry of all) {
    characters += JSON.stringify(entry).length;
    if (entries.length >= limits.entries || characters > limits.characters) break;
    entries.push(entry);
  }
  return { entries, omitted: all.length - entries.length };
}

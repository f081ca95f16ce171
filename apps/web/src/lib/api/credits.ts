import { getCredits, getCreditsEntries, getCreditsEntriesCsv, getCreditsEntriesJson } from '@canar/api-client';
import { call } from './http';
import type { Credits, Entry, EntryPage } from './types';

/** Balance, the cost of an edit, and what expires when. */
export async function fetchCredits(): Promise<Credits> {
  return (await call(getCredits)).data;
}

/** The statement, newest first. */
export async function fetchEntries(cursor: string | null, limit = 25): Promise<EntryPage> {
  return (await call(getCreditsEntries, { params: { query: { cursor: cursor ?? undefined, limit } } })).data;
}

/** The lines of the statement that are not older than an instant, and perhaps a few more. @param since milliseconds of the epoch */
export async function fetchEntriesSince(since: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let cursor: string | null = null; ;) {
    const page: EntryPage = await fetchEntries(cursor, 100);
    entries.push(...page.entries);
    cursor = page.nextCursor;
    const oldest = entries.at(-1);
    if (cursor === null || !oldest || Date.parse(oldest.recordedAt) < since) return entries;
  }
}

/** The whole statement as a file. */
export async function downloadEntries(format: 'csv' | 'json'): Promise<Blob> {
  return (await call(format === 'csv' ? getCreditsEntriesCsv : getCreditsEntriesJson, { parseAs: 'blob' })).data;
}

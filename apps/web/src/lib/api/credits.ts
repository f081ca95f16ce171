import { download, request } from './http';
import type { Credits, Entry, EntryPage } from './types';

/** Balance, the cost of an edit, and what expires when. */
export async function fetchCredits(): Promise<Credits> {
  return (await request<Credits>('GET', '/credits')).data;
}

/** The statement, newest first. */
export async function fetchEntries(cursor: string | null): Promise<EntryPage> {
  return (await request<EntryPage>('GET', '/credits/entries', { query: { cursor, limit: 25 } })).data;
}

/** The lines of the statement that are not older than an instant, and perhaps a few more. @param since milliseconds of the epoch */
export async function fetchEntriesSince(since: number): Promise<Entry[]> {
  const found: Entry[] = [];
  for (let cursor: string | null = null; ;) {
    const page: EntryPage = (await request<EntryPage>('GET', '/credits/entries', { query: { cursor, limit: 100 } }))
      .data;
    found.push(...page.entries);
    cursor = page.nextCursor;
    const oldest = found.at(-1);
    if (cursor === null || !oldest || Date.parse(oldest.recordedAt) < since) return found;
  }
}

/** The whole statement as a file. */
export function downloadEntries(format: 'csv' | 'json'): Promise<Blob> {
  return download(`/credits/entries.${format}`);
}

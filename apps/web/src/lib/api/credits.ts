import { download, request } from './http';
import type { Credits, EntryPage } from './types';

/** Balance, the cost of an edit, and what expires when. */
export async function fetchCredits(): Promise<Credits> {
  return (await request<Credits>('GET', '/credits')).data;
}

/** The statement, newest first. */
export async function fetchEntries(cursor: string | null): Promise<EntryPage> {
  return (await request<EntryPage>('GET', '/credits/entries', { query: { cursor, limit: 25 } })).data;
}

/** The whole statement as a file. */
export function downloadEntries(format: 'csv' | 'json'): Promise<Blob> {
  return download(`/credits/entries.${format}`);
}

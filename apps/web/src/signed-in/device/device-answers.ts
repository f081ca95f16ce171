import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { queryKeys } from '@/lib/query-keys';
import { store, stored } from './device-store';

const PAUSE_MS = 1000;
const MAX_AGE_MS = 30 * 24 * 3_600_000;
const roots = new Set<unknown>([queryKeys.user[0], queryKeys.profiles[0]]);

interface Answer {
  queryKey: QueryKey;
  data: unknown;
  /** milliseconds of the epoch */
  updatedAt: number;
}

/**
 * Profiles and saved edits open without a network. Drafts have a place of their own. Money and statistics are never shown from before: what
 * may be bought or saved is decided by them.
 */
const opensOffline = (queryKey: QueryKey) =>
  roots.has(queryKey[0]) && !queryKey.includes('draft') && !queryKey.includes('statistics');

function answersOf(client: QueryClient, now: number): Answer[] {
  return client
    .getQueryCache()
    .getAll()
    .filter(({ queryKey, state }) => state.data !== undefined && opensOffline(queryKey))
    .map(({ queryKey, state }) => ({ queryKey, data: state.data, updatedAt: state.dataUpdatedAt }))
    .filter(({ updatedAt }) => now - updatedAt < MAX_AGE_MS);
}

/** Stores the answers that pages need to open without a network, now and soon after each change. The answer stops it. */
export function keepAnswers(client: QueryClient, account: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    timer = undefined;
    void store('answers', account, '', answersOf(client, Date.now()));
  };
  save();
  const stop = client.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated' || type === 'added') timer ??= setTimeout(save, PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Puts the stored answers of an account where there are no newer ones; each is asked for again as soon as there is a network. */
export async function restoreAnswers(client: QueryClient, account: string): Promise<void> {
  for (const { queryKey, data, updatedAt } of (await stored<Answer[]>('answers', account)) ?? []) {
    const present = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
    if (updatedAt <= present) continue;
    client.setQueryData(queryKey, data, { updatedAt });
    await client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
  }
}

import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/lib/query-keys';
import { revisionsKey } from './list-revisions';

/** Reads a profile again, and after it the list that shows it too. */
export async function refreshProfile(client: QueryClient, id: string): Promise<void> {
  await client.invalidateQueries({ queryKey: queryKeys.profile(id), exact: true });
  void client.invalidateQueries({ queryKey: queryKeys.profiles, exact: true });
}

/** Reads again what a saved or an undone edit changes. */
export function refreshAfterEdit(client: QueryClient, id: string): void {
  void client.invalidateQueries({ queryKey: queryKeys.credits });
  void client.invalidateQueries({ queryKey: revisionsKey(id), exact: true });
  void refreshProfile(client, id);
}

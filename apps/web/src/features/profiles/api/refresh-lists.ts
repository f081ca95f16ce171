import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/lib/query-keys';
import { foundKey } from './list-profiles';
import { tagsKey } from './list-tags';

/** Asks again for all lists of profiles, and for the tags that they have. */
export async function refreshLists(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: queryKeys.profiles, exact: true }),
    client.invalidateQueries({ queryKey: foundKey }),
    client.invalidateQueries({ queryKey: tagsKey }),
  ]);
}

'use client';

import { useState } from 'react';
import { useUser } from '../api/get-user';
import { useEndSession } from '../api/sign-out';
import type { StoredDraft } from '../drafts/local-draft';

/** Signing out: at once when this device holds no unsent draft of the account, else after a question about them. */
export function useSignOut() {
  const account = useUser().data?.id;
  const end = useEndSession();
  const [unsent, setUnsent] = useState<readonly StoredDraft[]>([]);
  const start = async () => {
    const { listLocalDrafts } = await import('../drafts/local-draft');
    const drafts = account ? await listLocalDrafts(account) : [];
    if (drafts.length > 0) setUnsent(drafts);
    else end.mutate('discard');
  };
  return { start: () => void start(), busy: end.isPending, unsent, cancel: () => setUnsent([]) };
}

'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { startTransition, useEffect, useState } from 'react';
import { useEditor } from '../store/editor-context';
import { shortened } from './shortened';

const QUIET_MS = 400;

/** Runs work when nothing has been typed for a while and the browser has nothing else to do; the returned function cancels it. */
function whenIdle(work: () => void): () => void {
  let idle = 0;
  const timer = setTimeout(() => {
    if ('requestIdleCallback' in globalThis) idle = requestIdleCallback(work, { timeout: 2000 });
    else work();
  }, QUIET_MS);
  return () => {
    clearTimeout(timer);
    if (idle) cancelIdleCallback(idle);
  };
}

const same = (before: ProfileDocument | null, after: ProfileDocument) =>
  JSON.stringify(before) === JSON.stringify(after);

/** The beginning of the document as it was when the typing last paused; null before that, and while it is not needed. */
export function useIdleDocument(needed: boolean): ProfileDocument | null {
  const { store } = useEditor();
  const [beginning, setBeginning] = useState<ProfileDocument | null>(null);
  useEffect(() => {
    if (!needed) return;
    let taken = store.current().document;
    const take = () => {
      const next = shortened(taken);
      startTransition(() => setBeginning((last) => (same(last, next) ? last : next)));
    };
    let cancel = whenIdle(take);
    const stopWatching = store.watch(() => {
      if (store.current().document === taken) return;
      taken = store.current().document;
      cancel();
      cancel = whenIdle(take);
    });
    return () => {
      stopWatching();
      cancel();
    };
  }, [needed, store]);
  return needed ? beginning : null;
}

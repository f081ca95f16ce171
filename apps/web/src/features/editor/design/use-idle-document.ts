'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { startTransition, useEffect, useState } from 'react';
import { useEditor } from '../store/editor-context';
import { movableTimer } from '../store/movable-timer';
import { shortened } from './shortened';

const QUIET_MS = 400;

/** Schedules work for when nothing has been typed for a while and the browser has nothing else to do; both can be cancelled. */
function idleTimer(): (work: () => void) => () => void {
  const schedule = movableTimer();
  let idle = 0;
  return (work) => {
    const cancel = schedule(() => {
      if ('requestIdleCallback' in globalThis) idle = requestIdleCallback(work, { timeout: 2000 });
      else work();
    }, QUIET_MS);
    return () => {
      cancel();
      if (idle) cancelIdleCallback(idle);
      idle = 0;
    };
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
    const whenIdle = idleTimer();
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

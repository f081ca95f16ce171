'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { startTransition, useEffect, useState } from 'react';
import { useEditor } from './editor-context';

const QUIET_MS = 300;

/**
 * The document for what costs more than a key press may: the first change after a pause shows at once, those that follow it closely when
 * the typing pauses again.
 */
export function useQuietDocument(): ProfileDocument {
  const { store } = useEditor();
  const [quiet, setQuiet] = useState(() => store.current().document);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen = store.current().document;
    const take = () => startTransition(() => setQuiet(store.current().document));
    const stopWatching = store.watch(() => {
      if (store.current().document === seen) return;
      seen = store.current().document;
      if (timer === undefined) take();
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        take();
      }, QUIET_MS);
    });
    return () => {
      stopWatching();
      clearTimeout(timer);
    };
  }, [store]);
  return quiet;
}

'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** Lets a file be dropped on a place; `over` is true while one hovers there. Choosing it by keyboard is the field's own matter. */
export function useDrop(onFile: (file: File) => void) {
  const [element, place] = useState<HTMLElement | null>(null);
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((file: File) => onFile(file));
  useEffect(() => {
    if (!element) return;
    const listening = new AbortController();
    const listen = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      element.addEventListener(type, act, { signal: listening.signal });
    listen('dragover', (event) => {
      event.preventDefault();
      setOver(true);
    });
    listen('dragleave', () => setOver(false));
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) drop(file);
    });
    return () => listening.abort();
  }, [element]);
  return { over, place };
}

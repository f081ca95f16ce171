'use client';

import { useEffect } from 'react';
import { useEditor } from '../store/editor-context';

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]');
}

/** Ctrl/⌘+S sends the draft now; Ctrl/⌘+Z and Shift+Z step through changes, but inside a text field they stay the browser's own. */
export function useEditorKeys(): void {
  const { store } = useEditor();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        store.flushSoon();
      } else if ((key === 'z' || key === 'y') && !isTextField(event.target)) {
        event.preventDefault();
        if (key === 'y' || event.shiftKey) store.redo();
        else store.undo();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
}

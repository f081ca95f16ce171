'use client';

import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useEditor } from '../store/editor-context';
import type { EditorStore } from '../store/editor-store';
import { changeEnd } from './change-end';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

function isTextControl(target: EventTarget | null): target is TextControl {
  return target instanceof HTMLElement && target.matches('input, textarea');
}

/** Whether the editor's own steps are meant: not in the fields of dialogs, whose words are no part of the document. */
function isOfDocument(target: EventTarget | null): boolean {
  return !isTextControl(target) || target.closest('#edit-pane') !== null;
}

/** Goes a step back or forward; in a text field the caret goes to what has changed there. */
function step(store: EditorStore, direction: 'undo' | 'redo', target: EventTarget | null): void {
  const before = isTextControl(target) ? target.value : '';
  flushSync(() => store[direction]());
  if (!isTextControl(target) || target.value === before || target.selectionStart === null) return;
  const end = changeEnd(before, target.value);
  target.setSelectionRange(end, end);
}

/**
 * Ctrl/⌘+S sends the draft now; Ctrl/⌘+Z and Shift+Z step through changes, in the fields of the document too, so that there is one history
 * and not one of each field besides. `?` shows the keys.
 */
export function useEditorKeys(onShowKeys: () => void): void {
  const { store } = useEditor();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const key = event.key.toLowerCase();
      if (key === '?' && !isTextControl(target) && !event.ctrlKey && !event.metaKey) return onShowKeys();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      if (key === 's') {
        event.preventDefault();
        store.flushSoon();
      } else if ((key === 'z' || key === 'y') && isOfDocument(target)) {
        event.preventDefault();
        step(store, key === 'y' || event.shiftKey ? 'redo' : 'undo', target);
      }
    };
    // Undo from a context menu, and on phones by their own gestures.
    const onInput = (event: InputEvent) => {
      const direction = { historyUndo: 'undo', historyRedo: 'redo' }[event.inputType] as 'undo' | 'redo' | undefined;
      if (!direction || !isOfDocument(event.target)) return;
      event.preventDefault();
      step(store, direction, event.target);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('beforeinput', onInput);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('beforeinput', onInput);
    };
  }, [store, onShowKeys]);
}

'use client';

import { createContext, use, useSyncExternalStore } from 'react';
import type { ProfileDocument } from '@canar/profile-document';
import type { EditorSnapshot, EditorStore } from './editor-store';

/** The store and the profile of the editor that one is in. */
export const EditorContext = createContext<{ store: EditorStore; profileId: string } | null>(null);

/** The editor one is in. */
export function useEditor(): { store: EditorStore; profileId: string } {
  const editor = use(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorContext above it.');
  return editor;
}

/** A part of the editor's state; the component draws again only when that part is another one. */
export function useEditorState<T>(select: (snapshot: EditorSnapshot) => T): T {
  const { store } = useEditor();
  return useSyncExternalStore(
    store.watch,
    () => select(store.current()),
    () => select(store.current()),
  );
}

/** The document being edited. */
export function useDocument(): ProfileDocument {
  return useEditorState((snapshot) => snapshot.document);
}

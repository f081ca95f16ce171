'use client';

import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import type { ProfileDocument } from '@canar/profile-document';
import { valueAt, type Path } from '@/signed-in/document/edits';
import type { FormPlaces, FormState } from '../places/form-places';
import type { EditorSnapshot, EditorStore } from './editor-store';

interface Editor {
  store: EditorStore;
  profileId: string;
  places: FormPlaces;
}

/** The store, the profile and the form of the editor that one is in. */
export const EditorContext = createContext<Editor | null>(null);

/** The editor one is in. */
export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorContext above it.');
  return editor;
}

type Same<T> = (before: T, after: T) => boolean;

/** Gives the value it has given last as long as the next one is the same. */
function lastEqual<T>(same: Same<T>): (value: T) => T {
  let last: { value: T } | null = null;
  return (value) => {
    if (!last || !same(last.value, value)) last = { value };
    return last.value;
  };
}

/** A part of the editor's state; the component draws again only when that part is another one, which `same` decides. */
export function useEditorState<T>(select: (snapshot: EditorSnapshot) => T, same: Same<T> = Object.is): T {
  const { store } = useEditor();
  const keep = useMemo(() => lastEqual(same), [same]);
  const read = () => keep(select(store.current()));
  return useSyncExternalStore(store.watch, read, read);
}

/** A part of what is open in the form. */
export function useFormState<T>(select: (state: FormState) => T): T {
  const { places } = useEditor();
  const read = () => select(places.current());
  return useSyncExternalStore(places.watch, read, read);
}

/** The document being edited. Draws again on every key: where a part of it is enough, ask for that. */
export function useDocument(): ProfileDocument {
  return useEditorState((snapshot) => snapshot.document);
}

/** The value at a path of the document. */
export function useValue(path: Path): unknown {
  return useEditorState(({ document }) => valueAt(document, path));
}

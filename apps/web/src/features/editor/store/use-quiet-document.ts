'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import { useEditor } from './editor-context';
import type { EditorStore } from './editor-store';
import { movableTimer } from './movable-timer';

const QUIET_MS = 300;

/** The document of a store for what costs more than a key press may: one for all who ask, with one timer. */
class QuietDocument {
  private readonly listeners = new Set<() => void>();
  private readonly schedule = movableTimer();
  private typing = false;
  private seen: ProfileDocument;
  private taken: ProfileDocument;

  constructor(private readonly store: EditorStore) {
    this.seen = this.taken = store.current().document;
    store.watch(this.look);
  }

  readonly current = (): ProfileDocument => this.taken;

  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private readonly look = (): void => {
    const { document } = this.store.current();
    if (document === this.seen) return;
    this.seen = document;
    if (!this.typing) this.take();
    this.typing = true;
    this.schedule(this.pause, QUIET_MS);
  };

  private readonly pause = (): void => {
    this.typing = false;
    this.take();
  };

  private take(): void {
    if (this.taken === this.seen) return;
    this.taken = this.seen;
    this.listeners.forEach((listener) => listener());
  }
}

const quietDocuments = new WeakMap<EditorStore, QuietDocument>();

function quietOf(store: EditorStore): QuietDocument {
  const quiet = quietDocuments.get(store) ?? new QuietDocument(store);
  quietDocuments.set(store, quiet);
  return quiet;
}

/** The document as it was when the typing last paused: the first change shows at once, those that follow it closely after a pause. */
export function useQuietDocument(): ProfileDocument {
  const quiet = quietOf(useEditor().store);
  const [shown, setShown] = useState(quiet.current);
  useEffect(() => quiet.watch(() => startTransition(() => setShown(quiet.current))), [quiet]);
  return shown;
}

/** A part of that document; the component draws again only when the part is another one. */
export function useQuietState<T>(select: (document: ProfileDocument) => T): T {
  const quiet = quietOf(useEditor().store);
  const read = () => select(quiet.current());
  return useSyncExternalStore(quiet.watch, read, read);
}

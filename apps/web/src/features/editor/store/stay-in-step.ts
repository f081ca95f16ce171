import type { EditorStore } from './editor-store';

const openChannel = (profileId: string) =>
  'BroadcastChannel' in globalThis ? new BroadcastChannel(`canar.draft.${profileId}`) : null;

/**
 * Keeps the draft of this tab in step with those of others: a save is announced to the other tabs of this browser, which take it in at once,
 * and a tab that comes to the front looks for what other devices have saved. The answer stops it.
 */
export function stayInStep(profileId: string, store: EditorStore): () => void {
  const channel = openChannel(profileId);
  let { savedAt } = store.current().sync;
  const tell = () => {
    const { sync } = store.current();
    if (sync.savedAt === savedAt) return;
    ({ savedAt } = sync);
    channel?.postMessage(sync.etag);
  };
  const checkWhenVisible = () => {
    if (document.visibilityState === 'visible') void store.refresh();
  };
  const takeIn = () => void store.refresh();
  const stopTelling = store.watch(tell);
  channel?.addEventListener('message', takeIn);
  window.addEventListener('focus', takeIn);
  window.addEventListener('online', takeIn);
  document.addEventListener('visibilitychange', checkWhenVisible);
  return () => {
    stopTelling();
    channel?.close();
    window.removeEventListener('focus', takeIn);
    window.removeEventListener('online', takeIn);
    document.removeEventListener('visibilitychange', checkWhenVisible);
  };
}

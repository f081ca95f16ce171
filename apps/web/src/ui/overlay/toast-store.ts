/** A short message that passes by; with an action it stays longer. */
export interface Toast {
  id: number;
  message: string;
  tone: 'good' | 'bad';
  /** a second line that ends in a link to another page */
  note?: { message: string; label: string; href: string };
  action?: { label: string; run: () => void };
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/** Shows a message for a few seconds, longer when it offers an act or tells of a failure. It takes the place of the one before. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = ++lastId;
  replace([{ ...toast, id }]);
  setTimeout(() => dismissToast(id), toast.action || toast.note || toast.tone === 'bad' ? 9000 : 4500);
}

/** Takes a message away. */
export function dismissToast(id: number): void {
  replace(toasts.filter((toast) => toast.id !== id));
}

/** The messages that stand now. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}

/** Calls back when the messages change; the answer stops it. */
export function watchToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

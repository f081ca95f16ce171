/** One step back: what stood before, which place it changed, and when. */
interface Step<T> {
  before: T;
  where: string;
  changedAt: number;
}

/** What can be undone and redone; the newest step is last. */
export interface History<T> {
  past: readonly Step<T>[];
  future: readonly T[];
}

const MAX_STEPS = 100;
const GROUP_MS = 1000;

/** A history without steps. */
export function emptyHistory<T>(): History<T> {
  return { past: [], future: [] };
}

/** Records a change. Changes of one place within a second of each other are one step; more than a hundred steps are forgotten from the far end. */
export function record<T>(history: History<T>, before: T, where: string, now: number): History<T> {
  const last = history.past.at(-1);
  if (last && last.where === where && now - last.changedAt < GROUP_MS && history.future.length === 0) {
    return { past: [...history.past.slice(0, -1), { ...last, changedAt: now }], future: [] };
  }
  return { past: [...history.past, { before, where, changedAt: now }].slice(-MAX_STEPS), future: [] };
}

/** Goes a step back; null when there is none. */
export function undo<T>(history: History<T>, present: T): { history: History<T>; present: T } | null {
  const last = history.past.at(-1);
  if (!last) return null;
  return { present: last.before, history: { past: history.past.slice(0, -1), future: [...history.future, present] } };
}

/** Goes a step forward again; null when there is none. */
export function redo<T>(history: History<T>, present: T, now: number): { history: History<T>; present: T } | null {
  const next = history.future.at(-1);
  if (next === undefined) return null;
  const past = [...history.past, { before: present, where: '', changedAt: now - GROUP_MS }];
  return { present: next, history: { past, future: history.future.slice(0, -1) } };
}

/** The history with every document of it changed the same way, so that its steps go on leading to what they stood for. */
export function rebase<T>(history: History<T>, change: (document: T) => T): History<T> {
  return {
    past: history.past.map((step) => ({ ...step, before: change(step.before) })),
    future: history.future.map(change),
  };
}

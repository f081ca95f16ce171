/** How long the latest revision can be undone, in milliseconds. */
export const undoWindow = 10 * 60 * 1000;

/** What the rules need to know of a revision. */
export interface RevisionState {
  number: number;
  createdAt: Date;
  undone: boolean;
}

/** Until when a revision can be undone, or null when it cannot: the latest one, within ten minutes, once. */
export function undoableUntil(revision: RevisionState, latest: number | null, now: Date): Date | null {
  const until = new Date(revision.createdAt.getTime() + undoWindow);
  return !revision.undone && revision.number === latest && now < until ? until : null;
}

/** Adds to a revision the end of its undo; `latest` is the number of the latest revision. */
export function withUndo<Revision extends RevisionState>(
  revision: Revision,
  latest: number | null,
  now: Date,
): Revision & { undoableUntil: Date | null } {
  return { ...revision, undoableUntil: undoableUntil(revision, latest, now) };
}

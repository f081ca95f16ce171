import { type MergeConflict, type ProfileDocument, resolveConflict } from '@canar/profile-document';

/** Whose version of a conflict counts. */
export type Side = 'mine' | 'theirs';

/**
 * The document after a choice. Mine is in it already, perhaps with what was typed since, so that choosing it changes nothing, unless
 * mine was to remove what the other side changed.
 */
export function afterChoice(document: ProfileDocument, conflict: MergeConflict, side: Side): ProfileDocument {
  const removes = conflict.kind === 'removed' && conflict[side] === undefined;
  return side === 'theirs' || removes ? resolveConflict(document, conflict, side) : document;
}

import { type MergeConflict, type ProfileDocument, resolveConflict, valueByIds } from '@canar/profile-document';

/** Whose version of a conflict counts. */
export type Side = 'mine' | 'theirs';

const isRemovedByMe = ({ kind, mine }: MergeConflict) => kind === 'removed' && mine === undefined;
const placeOf = ({ kind, path }: MergeConflict) => `${kind} ${path.join('/')}`;

/** A conflict with the values that both sides have now, which may be others than when it arose. */
export function presentConflict(
  conflict: MergeConflict,
  mine: ProfileDocument,
  theirs: ProfileDocument,
): MergeConflict {
  if (conflict.kind === 'order') return conflict;
  const { path } = conflict;
  return {
    ...conflict,
    mine: isRemovedByMe(conflict) ? undefined : valueByIds(mine, path),
    theirs: valueByIds(theirs, path),
  };
}

/**
 * The document after a choice. Mine is in it already, perhaps with what was typed since, so that choosing it changes nothing, unless
 * mine was to remove what the other side changed.
 */
export function afterChoice(document: ProfileDocument, conflict: MergeConflict, side: Side): ProfileDocument {
  return side === 'theirs' || isRemovedByMe(conflict) ? resolveConflict(document, conflict, side) : document;
}

/** What is sent while conflicts are open: theirs in the contested places, so that nothing of theirs is lost, mine in all others. */
export function withTheirs(
  mine: ProfileDocument,
  theirs: ProfileDocument,
  conflicts: readonly MergeConflict[],
): ProfileDocument {
  return conflicts.reduce(
    (document, conflict) => resolveConflict(document, presentConflict(conflict, mine, theirs), 'theirs'),
    mine,
  );
}

/** The conflicts that are open after a merge: the new ones, and those of before whose sides still differ. */
export function openConflicts(
  before: readonly MergeConflict[],
  fresh: readonly MergeConflict[],
  mine: ProfileDocument,
  theirs: ProfileDocument,
): MergeConflict[] {
  const renewed = new Set(fresh.map(placeOf));
  const differ = (conflict: MergeConflict) => {
    if (conflict.kind === 'order') return true;
    const sides = presentConflict(conflict, mine, theirs);
    if (isRemovedByMe(conflict)) return sides.theirs !== undefined;
    return JSON.stringify(sides.mine) !== JSON.stringify(sides.theirs);
  };
  return [...before.filter((conflict) => !renewed.has(placeOf(conflict)) && differ(conflict)), ...fresh];
}

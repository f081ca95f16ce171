'use client';

import type { MergeConflict } from '@canar/profile-document';
import { useMemo } from 'react';
import { presentConflict } from '../model/conflicts';
import { useEditorState } from '../store/editor-context';

const none: readonly MergeConflict[] = [];

/** The conflicts that are open, with the values of both sides as they are now. */
export function useConflicts(): readonly MergeConflict[] {
  const conflicts = useEditorState(({ sync }) => sync.conflicts);
  const open = conflicts.length > 0;
  const mine = useEditorState(({ document }) => (open ? document : null));
  const theirs = useEditorState(({ base }) => base);
  return useMemo(
    () => (mine ? conflicts.map((conflict) => presentConflict(conflict, mine, theirs)) : none),
    [conflicts, mine, theirs],
  );
}

import type { DatedRevision } from '../use-cases/list-revisions';
import type { Revision } from './revision.dto';

/** Renders a revision as the API returns it. */
export function presentRevision({ id, number, createdAt, undone, undoableUntil }: DatedRevision): Revision {
  return {
    id,
    number,
    createdAt: createdAt.toISOString(),
    undone,
    undoableUntil: undoableUntil?.toISOString() ?? null,
  };
}

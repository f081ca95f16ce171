import type { DatedRevision } from '../use-cases/list-revisions';
import type { Revision } from './revision.dto';

/** Renders a revision as the API returns it. */
export function presentRevision({ id, number, name, createdAt, undone, undoableUntil }: DatedRevision): Revision {
  return {
    id,
    number,
    name,
    createdAt: createdAt.toISOString(),
    undone,
    undoableUntil: undoableUntil?.toISOString() ?? null,
  };
}

import {
  compareDocuments,
  documentsEqual,
  mergeDocuments,
  migrateDocument,
  withItemIds,
  type ProfileDocument,
} from '@canar/profile-document';
import type { Warning } from '@/lib/api/types';
import { openConflicts, withTheirs } from '../model/conflicts';
import { cleanSync, reduceSync } from '../model/sync';
import { newItemId } from '@/lib/item-id';
import { snapshotOf, type EditorSnapshot } from './editor-store';
import type { LocalDraft } from '@/signed-in/drafts/local-draft';

/** A draft as the server has it. */
export interface ServerDraft {
  document: ProfileDocument;
  etag: string;
  warnings: readonly Warning[];
}

const named = (document: ProfileDocument) => withItemIds(migrateDocument(document), newItemId);

/** A snapshot with what one tab of this device had stored merged into it. */
function withLocal(snapshot: EditorSnapshot, local: LocalDraft): EditorSnapshot {
  const { base, document: theirs, sync } = snapshot;
  const before = local.base ?? (local.etag === sync.etag ? base : {});
  const mine = named(local.document);
  const { document, conflicts } = mergeDocuments(before, mine, theirs);
  const all = openConflicts([...sync.conflicts, ...(local.conflicts ?? [])], conflicts, document, base);
  const edited = !documentsEqual(withTheirs(document, base, all), base);
  const merged = local.etag === sync.etag ? snapshot.merged : compareDocuments(mine, document);
  return {
    ...snapshot,
    document,
    merged,
    sync: reduceSync(sync, { type: 'merged', etag: sync.etag, conflicts: all, edited }),
  };
}

/**
 * Where editing begins: with what the server has and what tabs of this device stored of it, merged; what conflicts is shown. Documents
 * are of today's schema and every item has an id, which are no changes.
 */
export function openDraft(server: ServerDraft, locals: readonly LocalDraft[]): EditorSnapshot & { restored: boolean } {
  const start = snapshotOf(named(server.document), cleanSync(server.etag), server.warnings);
  const unsent = locals.filter(
    ({ document, conflicts = [] }) => conflicts.length > 0 || !documentsEqual(document, server.document),
  );
  return { ...unsent.reduce(withLocal, start), restored: unsent.length > 0 };
}

import {
  compareDocuments,
  documentsEqual,
  mergeDocuments,
  migrateDocument,
  withItemIds,
  type ProfileDocument,
} from '@canar/profile-document';
import type { Warning } from '@/lib/api/types';
import { cleanSync, reduceSync } from '../model/sync';
import { newItemId } from '../model/item-id';
import { snapshotOf, type EditorSnapshot } from './editor-store';
import type { LocalDraft } from './local-draft';

/** A draft as the server has it. */
export interface ServerDraft {
  document: ProfileDocument;
  etag: string;
  warnings: readonly Warning[];
}

/**
 * Where editing begins. What only this device has goes on from there; when the server has moved on meanwhile, both are merged, and
 * what conflicts is shown. Documents are of today's schema and every item has an id, which are no changes.
 */
export function openDraft(server: ServerDraft, local: LocalDraft | undefined): EditorSnapshot & { restored: boolean } {
  const named = (document: ProfileDocument) => withItemIds(migrateDocument(document), newItemId);
  const theirs = named(server.document);
  const clean = cleanSync(server.etag);
  const start = snapshotOf(theirs, clean, server.warnings);
  const pending = local?.conflicts ?? [];
  if (!local || (pending.length === 0 && documentsEqual(local.document, server.document))) {
    return { ...start, restored: false };
  }
  const mine = named(local.document);
  if (local.etag === server.etag) {
    const sync = reduceSync(clean, { type: 'merged', etag: server.etag, conflicts: pending, edited: true });
    return { ...start, document: mine, sync, restored: true };
  }
  const { document, conflicts } = mergeDocuments(local.base ?? {}, mine, theirs);
  const all = [...pending, ...conflicts];
  const edited = !documentsEqual(document, theirs);
  const sync = reduceSync(clean, { type: 'merged', etag: server.etag, conflicts: all, edited });
  return { ...start, document, sync, merged: compareDocuments(mine, document), restored: true };
}

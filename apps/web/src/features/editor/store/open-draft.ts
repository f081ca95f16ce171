import { documentsEqual, withItemIds, type ProfileDocument } from '@canar/profile-document';
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
 * Where editing begins. What only this device has goes on from there; when the server has moved on meanwhile, both sides are shown.
 * Every item gets an id, which is no change of the document.
 */
export function openDraft(server: ServerDraft, local: LocalDraft | undefined): EditorSnapshot & { restored: boolean } {
  const named = (document: ProfileDocument) => withItemIds(document, newItemId);
  const clean = cleanSync(server.etag);
  if (!local || documentsEqual(local.document, server.document)) {
    return { ...snapshotOf(named(server.document), clean, server.warnings), restored: false };
  }
  const edited = reduceSync(clean, { type: 'edited' });
  const theirs = { document: named(server.document), etag: server.etag };
  const sync = local.etag === server.etag ? edited : reduceSync(edited, { type: 'stale', theirs });
  return { ...snapshotOf(named(local.document), sync, server.warnings), restored: true };
}

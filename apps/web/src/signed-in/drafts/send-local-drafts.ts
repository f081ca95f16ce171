import {
  documentsEqual,
  mergeDocuments,
  migrateDocument,
  withItemIds,
  type ProfileDocument,
} from '@canar/profile-document';
import { ApiProblem } from '@/lib/api/problem';
import { newItemId } from '@/lib/item-id';
import { fetchDraft } from '../api/get-draft';
import { saveDraft } from '../api/save-draft';
import { deleteLocalDrafts, type StoredDraft } from './local-draft';

const current = (document: ProfileDocument) => withItemIds(migrateDocument(document), newItemId);

/** A draft that differs from the server's in the same place, so that its owner must choose. */
export class UnsettledConflict extends Error {}

/**
 * Merges drafts of this device into those of the server and deletes each from this device once the server has it. A draft whose profile
 * is not found stays: it may be one of another organisation. @returns whether the server has them all @throws UnsettledConflict, ApiProblem
 */
export async function sendLocalDrafts(drafts: readonly StoredDraft[]): Promise<boolean> {
  let all = true;
  for (const draft of drafts) {
    if (await send(draft)) await deleteLocalDrafts([draft.key]);
    else all = false;
  }
  return all;
}

async function send({ profileId, draft: local }: StoredDraft): Promise<boolean> {
  const server = await fetchDraft(profileId).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  });
  if (!server) return false;
  const theirs = current(server.data.document as ProfileDocument);
  const base = local.base ?? (local.etag === server.etag ? theirs : {});
  const { document, conflicts } = mergeDocuments(base, current(local.document), theirs);
  if (conflicts.length > 0 || (local.conflicts ?? []).length > 0) throw new UnsettledConflict();
  if (!documentsEqual(document, theirs)) await saveDraft(profileId, document, server.etag ?? '');
  return true;
}

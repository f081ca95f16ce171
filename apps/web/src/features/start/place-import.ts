import { type ProfileDocument, withItemIds } from '@canar/profile-document';
import { ApiProblem } from '@/lib/api/problem';
import { newItemId } from '@/lib/item-id';
import { deletePendingImport, readPendingImport, writePendingImport } from '@/lib/pending-import';
import { createProfile, type StoredDraft, storeDraft } from './api/create-draft';

/**
 * Makes the résumé that waits in this browser the draft of a new profile, and discards it once it is stored. What a lost
 * network interrupts goes on with the same profile the next time. Null when none waits.
 * @param untitled the title of a profile of somebody without a name
 * @throws ApiProblem
 */
export async function placePendingImport(untitled: string): Promise<StoredDraft | null> {
  const pending = await readPendingImport(Date.now());
  if (!pending) return null;
  const document = withItemIds(pending.imported.document as ProfileDocument, newItemId);
  const placed =
    (pending.profileId && (await storeIfThere(pending.profileId, document))) || (await placeAnew(pending, document));
  await deletePendingImport();
  return placed;

  async function placeAnew(waiting: NonNullable<typeof pending>, draft: ProfileDocument): Promise<StoredDraft> {
    const profileId = await createProfile(draft.basics?.name?.trim() || untitled);
    await writePendingImport({ ...waiting, profileId });
    return storeDraft(profileId, draft);
  }
}

/** Null when the profile is not there: it was deleted, or it belongs to another account. */
async function storeIfThere(profileId: string, document: ProfileDocument): Promise<StoredDraft | null> {
  try {
    return await storeDraft(profileId, document);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

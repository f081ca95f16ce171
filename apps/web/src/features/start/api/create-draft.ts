import { postProfiles } from '@canar/api-client';
import type { ProfileDocument } from '@canar/profile-document';
import { call } from '@/lib/api/http';
import { fetchDraft } from '@/signed-in/api/get-draft';
import { saveDraft } from '@/signed-in/api/save-draft';

/** A profile whose draft is stored. */
export interface StoredDraft {
  profileId: string;
  document: ProfileDocument;
  etag: string;
}

/** Creates an empty profile. @returns its id @throws ApiProblem */
export async function createProfile(title: string): Promise<string> {
  return (await call(postProfiles, { body: { title: title.trim().slice(0, 120) } })).data.id;
}

/** Makes a document the draft of a profile. @throws ApiProblem 404 when there is no such profile */
export async function storeDraft(profileId: string, document: ProfileDocument): Promise<StoredDraft> {
  const { etag } = await fetchDraft(profileId);
  return { profileId, document, etag: (await saveDraft(profileId, document, etag ?? '')).etag };
}

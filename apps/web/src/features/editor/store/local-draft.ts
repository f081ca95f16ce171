import type { MergeConflict, ProfileDocument } from '@canar/profile-document';
import { del, get, set } from 'idb-keyval';

/** A draft that this device keeps until the server has it. */
export interface LocalDraft {
  document: ProfileDocument;
  /** the version it grew from */
  etag: string;
  /** what the server had under that version, to merge by */
  base?: ProfileDocument;
  /** what nobody has chosen of yet */
  conflicts?: readonly MergeConflict[];
}

const keyOf = (profileId: string) => `canar.draft.${profileId}`;

/** What this device keeps of a profile's draft; undefined also where the browser refuses to keep anything. */
export function readLocalDraft(profileId: string): Promise<LocalDraft | undefined> {
  return get<LocalDraft>(keyOf(profileId)).catch(() => undefined);
}

/** Keeps a draft on this device at once, or forgets it. Writes of one page reach the database in order. */
export function writeLocalDraft(profileId: string, draft: LocalDraft | null): void {
  const done = draft ? set(keyOf(profileId), draft) : del(keyOf(profileId));
  done.catch(() => undefined);
}

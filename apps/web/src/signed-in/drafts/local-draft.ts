import type { MergeConflict, ProfileDocument } from '@canar/profile-document';
import { del, delMany, getMany, keys, set } from 'idb-keyval';

/** A draft stored on this device until the server has it. */
export interface LocalDraft {
  document: ProfileDocument;
  /** the version it grew from */
  etag: string;
  /** what the server had under that version, to merge by */
  base?: ProfileDocument;
  /** conflicts that are not settled yet */
  conflicts?: readonly MergeConflict[];
  /** the id of the user who wrote it */
  account?: string;
}

/** A draft and its key in the database of this device. */
export interface StoredDraft {
  key: string;
  profileId: string;
  draft: LocalDraft;
}

const PREFIX = 'canar.draft.';
const prefixOf = (profileId: string) => `${PREFIX}${profileId}`;
const lockOf = (tab: string) => `canar.tab.${tab}`;

let thisTab: Promise<string> | undefined;

/** A lock that is held as long as the page lives; false when another page holds it. Without locks every page counts as alone. */
function holdLock(tab: string): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = locks.request(lockOf(tab), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise<never>(() => undefined) : undefined;
    });
    held.catch(() => resolve(true));
  });
}

/** The name of this tab: it outlives a reload; a tab that was copied from another gets one of its own. */
function tabName(): Promise<string> {
  thisTab ??= (async () => {
    const stored = sessionStorage.getItem('canar.tab');
    const name = stored && (await holdLock(stored)) ? stored : crypto.randomUUID();
    if (name !== stored) await holdLock(name);
    sessionStorage.setItem('canar.tab', name);
    return name;
  })();
  return thisTab;
}

async function openTabs(): Promise<Set<string>> {
  const { locks } = navigator as { locks?: LockManager };
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => name ?? []));
}

/**
 * The drafts of a profile on this device: that of this tab, and those of tabs that are closed. Each has its key, to be
 * deleted once it is part of a draft that is stored. Empty where the browser stores nothing.
 */
export async function readLocalDrafts(profileId: string): Promise<{ key: string; draft: LocalDraft }[]> {
  try {
    const [own, open, all] = [`${prefixOf(profileId)}.${await tabName()}`, await openTabs(), await keys<string>()];
    const free = (key: string) => key === own || !open.has(lockOf(key.slice(prefixOf(profileId).length + 1)));
    const stored = all.filter((key) => String(key).startsWith(prefixOf(profileId)) && free(key));
    const drafts = await getMany<LocalDraft>(stored);
    return stored.map((key, index) => ({ key, draft: drafts[index] as LocalDraft }));
  } catch {
    return [];
  }
}

/** Stores this tab's draft on this device at once, or deletes it. Writes of one page reach the database in order. */
export async function writeLocalDraft(profileId: string, draft: LocalDraft | null): Promise<void> {
  try {
    const key = `${prefixOf(profileId)}.${await tabName()}`;
    await (draft ? set(key, draft) : del(key));
  } catch {
    // The browser stores nothing; the draft is in the page and on the server.
  }
}

/** Deletes the drafts of other tabs, once this tab has stored them. */
export async function forgetLocalDrafts(profileId: string, stored: readonly string[]): Promise<void> {
  const own = `${prefixOf(profileId)}.${await tabName()}`;
  await deleteLocalDrafts(stored.filter((key) => key !== own));
}

/** The drafts of a user on this device, of all profiles and tabs. Empty where the browser stores nothing. */
export async function listLocalDrafts(account: string | undefined): Promise<StoredDraft[]> {
  try {
    const stored = (await keys<string>()).filter((key) => String(key).startsWith(PREFIX));
    const drafts = await getMany<LocalDraft>(stored);
    return stored
      .map((key, index) => ({ key, profileId: key.split('.')[2] ?? '', draft: drafts[index] as LocalDraft }))
      .filter(({ draft }) => draft.account === account || draft.account === undefined);
  } catch {
    return [];
  }
}

/** Deletes drafts of this device by their keys. */
export async function deleteLocalDrafts(stored: readonly string[]): Promise<void> {
  await delMany([...stored]).catch(() => undefined);
}

import type { MergeConflict, ProfileDocument } from '@canar/profile-document';
import { del, delMany, get, getMany, keys, set } from 'idb-keyval';
import { isSharedDevice } from '../device/device-account';
import { deviceKey, keysOf, partsOf } from '../device/device-store';

/** A draft stored on this device until the server has it. */
export interface LocalDraft {
  document: ProfileDocument;
  /** the version it grew from */
  etag: string;
  /** what the server had under that version, to merge by */
  base?: ProfileDocument;
  /** conflicts that are not settled yet */
  conflicts?: readonly MergeConflict[];
}

/** A draft and its key in the database of this device. */
export interface StoredDraft {
  key: string;
  profileId: string;
  draft: LocalDraft;
}

const ownKey = (account: string, profileId: string, tab: string) => deviceKey('draft', account, `${profileId}.${tab}`);
const lockOf = (tab: string) => `canar.tab.${tab}`;

function placeOf(key: string): { profileId: string; tab: string } {
  const [profileId = '', ...tab] = partsOf(key)?.rest.split('.') ?? [];
  return { profileId, tab: tab.join('.') };
}

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
 * The drafts that an account has of a profile on this device: that of this tab, and those of tabs that are closed. Each has its key, to
 * be deleted once it is part of a draft that is stored. Empty where the browser stores nothing.
 */
export async function readLocalDrafts(
  account: string,
  profileId: string,
): Promise<{ key: string; draft: LocalDraft }[]> {
  try {
    const [own, open] = [ownKey(account, profileId, await tabName()), await openTabs()];
    const free = (key: string) => key === own || !open.has(lockOf(placeOf(key).tab));
    const found = (await keysOf(account, 'draft')).filter((key) => placeOf(key).profileId === profileId && free(key));
    const drafts = await getMany<LocalDraft>(found);
    return found.map((key, index) => ({ key, draft: drafts[index] as LocalDraft }));
  } catch {
    return [];
  }
}

/**
 * Stores this tab's draft on this device at once, or deletes it. Writes of one page reach the database in order. On a shared device
 * nothing is stored.
 */
export async function writeLocalDraft(account: string, profileId: string, draft: LocalDraft | null): Promise<void> {
  try {
    const key = ownKey(account, profileId, await tabName());
    await (draft && !isSharedDevice() ? set(key, draft) : del(key));
  } catch {
    // The browser stores nothing; the draft is in the page and on the server.
  }
}

/** Deletes the drafts of other tabs, once this tab has stored them. */
export async function forgetLocalDrafts(account: string, profileId: string, stored: readonly string[]): Promise<void> {
  const own = ownKey(account, profileId, await tabName());
  await deleteLocalDrafts(stored.filter((key) => key !== own));
}

/** The drafts of an account on this device, of all profiles and tabs. Empty where the browser stores nothing. */
export async function listLocalDrafts(account: string): Promise<StoredDraft[]> {
  const stored = await keysOf(account, 'draft');
  const drafts = await getMany<LocalDraft>(stored).catch(() => []);
  return stored.flatMap((key, index) => {
    const draft = drafts[index];
    return draft ? [{ key, profileId: placeOf(key).profileId, draft }] : [];
  });
}

/** Deletes drafts of this device by their keys. */
export async function deleteLocalDrafts(stored: readonly string[]): Promise<void> {
  await delMany([...stored]).catch(() => undefined);
}

/** Gives drafts that were stored before accounts were part of their keys to the account that wrote them. */
export async function adoptOlderDrafts(account: string): Promise<void> {
  const older = (await keys<string>().catch(() => [])).filter((key) => partsOf(key)?.rest.includes('.') === false);
  for (const key of older) {
    const [, , profileId = '', tab = ''] = key.split('.');
    const draft = await get<LocalDraft & { account?: string }>(key).catch(() => undefined);
    if (!key.startsWith('canar.draft.') || draft?.account !== account) continue;
    await set(ownKey(account, profileId, tab), draft).then(
      () => del(key),
      () => undefined,
    );
  }
}

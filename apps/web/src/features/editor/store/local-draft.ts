import type { MergeConflict, ProfileDocument } from '@canar/profile-document';
import { del, delMany, getMany, keys, set } from 'idb-keyval';

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

const prefixOf = (profileId: string) => `canar.draft.${profileId}`;
const lockOf = (tab: string) => `canar.tab.${tab}`;

let thisTab: Promise<string> | undefined;

/** A lock that is held as long as the page lives; false when another page holds it. Without locks every page counts as alone. */
function hold(tab: string): Promise<boolean> {
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
    const kept = sessionStorage.getItem('canar.tab');
    const name = kept && (await hold(kept)) ? kept : crypto.randomUUID();
    if (name !== kept) await hold(name);
    sessionStorage.setItem('canar.tab', name);
    return name;
  })();
  return thisTab;
}

async function livingTabs(): Promise<Set<string>> {
  const { locks } = navigator as { locks?: LockManager };
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => name ?? []));
}

/**
 * What this device keeps of a profile's draft: what this tab had, and what tabs left behind that are gone. Each has its key, to be
 * forgotten once it is part of a draft that is kept. Nothing where the browser refuses to keep anything.
 */
export async function readLocalDrafts(profileId: string): Promise<{ key: string; draft: LocalDraft }[]> {
  try {
    const [own, living, all] = [`${prefixOf(profileId)}.${await tabName()}`, await livingTabs(), await keys<string>()];
    const free = (key: string) => key === own || !living.has(lockOf(key.slice(prefixOf(profileId).length + 1)));
    const found = all.filter((key) => String(key).startsWith(prefixOf(profileId)) && free(key));
    const drafts = await getMany<LocalDraft>(found);
    return found.map((key, index) => ({ key, draft: drafts[index] as LocalDraft }));
  } catch {
    return [];
  }
}

/** Keeps this tab's draft on this device at once, or forgets it. Writes of one page reach the database in order. */
export async function writeLocalDraft(profileId: string, draft: LocalDraft | null): Promise<void> {
  try {
    const key = `${prefixOf(profileId)}.${await tabName()}`;
    await (draft ? set(key, draft) : del(key));
  } catch {
    // The browser refuses to keep anything; the draft lives in the page and on the server.
  }
}

/** Forgets what other tabs left behind, once this tab has kept it. */
export async function forgetLocalDrafts(profileId: string, found: readonly string[]): Promise<void> {
  const own = `${prefixOf(profileId)}.${await tabName()}`;
  await delMany(found.filter((key) => key !== own)).catch(() => undefined);
}

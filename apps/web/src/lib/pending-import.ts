import { del, get, set } from 'idb-keyval';
import type { Imported } from './api/types';

const KEY = 'canar.pending-import';
const maxAgeMs = 24 * 3_600_000;

/** A résumé that was imported before there is an account. It is nowhere but in this browser. */
export interface PendingImport {
  imported: Imported;
  /** milliseconds of the epoch */
  at: number;
  /** whether its owner has reviewed it: it can become a draft */
  reviewed?: boolean;
  /** the profile that was made for it, while its draft is not stored yet */
  profileId?: string;
}

/** The résumé that waits in this browser; one that is older than 24 hours is deleted. Null where the browser stores nothing. */
export async function readPendingImport(now: number): Promise<PendingImport | null> {
  try {
    const pending = await get<PendingImport>(KEY);
    if (!pending) return null;
    if (now - pending.at < maxAgeMs) return pending;
    await del(KEY);
    return null;
  } catch {
    return null;
  }
}

/** Stores a résumé in this browser until there is an account. @throws where the browser stores nothing */
export async function writePendingImport(pending: PendingImport): Promise<void> {
  await set(KEY, pending);
}

/** Stores a résumé that was imported just now. @throws where the browser stores nothing */
export function keepImport(imported: Imported): Promise<void> {
  return writePendingImport({ imported, at: Date.now() });
}

/** Stores a résumé as its owner has reviewed it. @throws where the browser stores nothing */
export async function keepReviewed(imported: Imported): Promise<void> {
  const pending = await readPendingImport(Date.now());
  await writePendingImport({ at: Date.now(), ...pending, imported, reviewed: true });
}

/** Discards the résumé that waits. */
export async function deletePendingImport(): Promise<void> {
  await del(KEY).catch(() => undefined);
}

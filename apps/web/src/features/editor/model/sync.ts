import type { MergeConflict, ProfileDocument } from '@canar/profile-document';

/** The draft as another tab or device left it. */
export interface Theirs {
  document: ProfileDocument;
  etag: string;
}

/** How the draft stands with the server. */
export interface Sync {
  /** `waiting`: edited, about to be sent · `rejected`: the server did not accept it */
  phase: 'saved' | 'waiting' | 'saving' | 'offline' | 'rejected';
  etag: string;
  /** milliseconds of the epoch; null until the first save of this visit */
  savedAt: number | null;
  /** edited again while a save was under way */
  dirty: boolean;
  failures: number;
  problem: string | null;
  /** conflicting changes that are not settled yet; the server has theirs in these places and mine in all others */
  conflicts: readonly MergeConflict[];
}

/** What can happen to a draft. */
export type SyncEvent =
  | { type: 'edited' }
  | { type: 'sent' }
  | { type: 'saved'; etag: string; savedAt: number }
  | { type: 'failed' }
  | { type: 'rejected'; problem: string }
  | { type: 'merged'; etag: string; conflicts: readonly MergeConflict[]; edited: boolean }
  | { type: 'chosen'; conflicts: readonly MergeConflict[]; edited: boolean }
  | { type: 'replaced'; etag: string; edited: boolean };

const DEBOUNCE_MS = 700;
const MAX_DELAY_MS = 30_000;

/** A draft as it came from the server. */
export function cleanSync(etag: string): Sync {
  return { phase: 'saved', etag, savedAt: null, dirty: false, failures: 0, problem: null, conflicts: [] };
}

/** The state of the draft after an event. */
export function reduceSync(sync: Sync, event: SyncEvent): Sync {
  switch (event.type) {
    case 'edited':
      if (sync.phase === 'saving') return { ...sync, dirty: true };
      return sync.phase === 'saved' || sync.phase === 'rejected' ? { ...sync, phase: 'waiting', problem: null } : sync;
    case 'sent':
      return { ...sync, phase: 'saving', dirty: false };
    case 'saved':
      return {
        ...sync,
        phase: sync.dirty ? 'waiting' : 'saved',
        etag: event.etag,
        savedAt: event.savedAt,
        dirty: false,
        failures: 0,
        problem: null,
      };
    case 'failed':
      return { ...sync, phase: 'offline', failures: sync.failures + 1 };
    case 'rejected':
      return { ...sync, phase: 'rejected', problem: event.problem };
    case 'merged': {
      const phase = event.edited ? 'waiting' : 'saved';
      return { ...sync, phase, etag: event.etag, conflicts: event.conflicts, dirty: false, problem: null };
    }
    case 'chosen': {
      const { conflicts, edited } = event;
      if (sync.phase === 'saving') return { ...sync, conflicts, dirty: true };
      if (sync.phase === 'offline') return { ...sync, conflicts };
      return { ...sync, conflicts, phase: edited ? 'waiting' : 'saved', problem: null };
    }
    case 'replaced':
      return { ...sync, phase: event.edited ? 'waiting' : 'saved', etag: event.etag, conflicts: [], dirty: false };
  }
}

/** Delay before the next automatic send in milliseconds; null for none. */
export function delayOf(sync: Sync): number | null {
  if (sync.phase === 'waiting') return DEBOUNCE_MS;
  if (sync.phase === 'offline') return Math.min(MAX_DELAY_MS, 1000 * 2 ** sync.failures);
  return null;
}

import type { UserId } from '../../../platform/ids/ids';
import type { AttemptLimit } from '../../domain/attempt-limit';

/** The job that builds an export. */
export const buildExportJob = 'auth.build-account-export';

/** The job that deletes the files of a person's exports. */
export const deleteExportsJob = 'auth.delete-account-exports';

/** Days for which an export can be downloaded. */
export const exportDays = 7;

/** Milliseconds after which an export that is still not there counts as failed: its process has ended, or its job was given up. */
const buildTime = 3_600_000;

/** Three requests at once, then one every eight hours: each reads everything that a person has stored. */
export const exportLimit: AttemptLimit = { burst: 3, secondsPerAttempt: 28_800 };

/** What is stored of an export. */
export interface StoredExport {
  id: string;
  requestedAt: Date;
  failedAt: Date | null;
  readyAt: Date | null;
  expiresAt: Date | null;
  bytes: number | null;
}

export type ExportState = 'none' | 'building' | 'ready' | 'failed';

/** The state of a person's export. */
export function stateOf(stored: StoredExport | null, now: Date): ExportState {
  if (!stored) return 'none';
  if (stored.expiresAt) return stored.expiresAt > now ? 'ready' : 'none';
  return stored.failedAt || now.getTime() - stored.requestedAt.getTime() >= buildTime ? 'failed' : 'building';
}

/** The folder of a person's exports in the file storage. */
export const exportFolder = (userId: UserId): string => `exports/${userId}/`;

/** The storage key of an export. */
export const exportKey = (userId: UserId, id: string): string => `${exportFolder(userId)}${id}.zip`;

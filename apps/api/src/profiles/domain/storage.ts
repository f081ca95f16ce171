const megabyte = 1024 * 1024;

/** The maximum bytes of files and drafts of a tenant without a plan, and of one with a plan. */
export const maxStorageBytes = { free: 100 * megabyte, plan: 1024 * megabyte } as const;

/** What a tenant stores: the bytes of its files and drafts, and how many there may be. */
export interface StorageUse {
  usedBytes: number;
  maxBytes: number;
}

/** Whether a change from one use to another is rejected: what shrinks or stays is always possible, also above the maximum. */
export function exceedsStorage(before: StorageUse, after: StorageUse): boolean {
  return after.usedBytes > after.maxBytes && after.usedBytes > before.usedBytes;
}

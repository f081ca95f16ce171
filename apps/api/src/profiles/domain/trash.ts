/** How long a profile stays in the trash, in days. */
const trashDays = 30;

const day = 24 * 60 * 60 * 1000;

/** When a profile that was put into the trash at a time is purged. */
export function purgedAt(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + trashDays * day);
}

/** What was put into the trash at or before this time is due to be purged. */
export function dueBefore(now: Date): Date {
  return new Date(now.getTime() - trashDays * day);
}

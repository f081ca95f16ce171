/** A backup or a restore that cannot go on: one sentence for the person at the terminal. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** One line for the person at the terminal; several failed attempts to connect have a message only each. */
export function sentenceOf(error: unknown): string {
  const [first]: unknown[] = error instanceof AggregateError ? error.errors : [error];
  return first instanceof Error ? first.message : String(first);
}

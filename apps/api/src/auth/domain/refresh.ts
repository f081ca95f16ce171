/** How long the previous refresh token still gets the current one: a lost answer, two tabs. */
export const graceSeconds = 30;

/** What becomes of a refresh token that is presented. */
export type RefreshVerdict = 'rotate' | 'give-current' | 'end-session';

/**
 * Judges a presented generation against the session's. The newest rotates; one behind gets the current token for
 * thirty seconds after the rotation; anything else is a token that was used before, and ends the session.
 */
export function judgeRefresh(
  presented: number,
  session: { generation: number; rotatedAt: Date },
  now: Date,
): RefreshVerdict {
  if (presented === session.generation) return 'rotate';
  const sinceRotation = (now.getTime() - session.rotatedAt.getTime()) / 1000;
  return presented === session.generation - 1 && sinceRotation <= graceSeconds ? 'give-current' : 'end-session';
}

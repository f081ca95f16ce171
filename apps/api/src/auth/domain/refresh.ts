/** How long a token that was replaced still gets the current one, and how long an answer may be under way. */
export const graceSeconds = 30;

/** What is known of the refresh tokens of a session. Each answer with a new cookie is a generation. */
export interface RefreshState {
  /** The newest. */
  generation: number;
  /** The last one that a client has proved to hold: by presenting it, or an access token that was issued with it. */
  provenGeneration: number;
  /** The last one that was passed over because its answer seemed to be lost; -1 when none was. */
  skippedGeneration: number;
  /** When the newest was made. */
  rotatedAt: Date;
  /** When the newest was last given in place of an older one; null when it was given once. */
  sharedAt: Date | null;
}

/**
 * The outcome of presenting a refresh token:
 * `rotate`: the newest, so the next one is given. `keep`: the newest, while another answer with it may be under way, so
 * it stays, without a cookie. `give-current`: an older one, so the newest is given. `issue-again`: the last proven one,
 * whose successor was lost, so a new one is given and the lost one is passed over. `end-session`: it was used before.
 */
export type RefreshVerdict = 'rotate' | 'keep' | 'give-current' | 'issue-again' | 'end-session';

/** Judges a presented generation. */
export function judgeRefresh(presented: number, state: RefreshState, now: Date): RefreshVerdict {
  const { generation, provenGeneration, rotatedAt, sharedAt } = state;
  const recent = (at: Date | null) => at !== null && now.getTime() - at.getTime() <= graceSeconds * 1000;
  if (presented === generation) return recent(sharedAt) ? 'keep' : 'rotate';
  if (presented === generation - 1 && recent(rotatedAt)) return 'give-current';
  if (presented !== provenGeneration || presented > generation) return 'end-session';
  return recent(rotatedAt) || recent(sharedAt) ? 'give-current' : 'issue-again';
}

/** The state after a token was presented and judged. */
export function refreshed(
  presented: number,
  state: RefreshState,
  verdict: Exclude<RefreshVerdict, 'end-session'>,
  now: Date,
): RefreshState {
  const known = { ...state, provenGeneration: provenBy(presented, state) };
  const next = { ...known, generation: state.generation + 1, rotatedAt: now, sharedAt: null };
  switch (verdict) {
    case 'keep':
      return known;
    case 'give-current':
      return { ...known, sharedAt: now };
    case 'rotate':
      return next;
    case 'issue-again':
      return { ...next, skippedGeneration: state.generation };
  }
}

/**
 * The last proven generation once a refresh token, or an access token that was issued with it, is presented. Who holds
 * one that was passed over shows that its answer was not lost; from then on only what came after counts.
 */
export function provenBy(
  presented: number,
  { provenGeneration, skippedGeneration }: Pick<RefreshState, 'provenGeneration' | 'skippedGeneration'>,
): number {
  if (presented <= provenGeneration) return provenGeneration;
  return presented <= skippedGeneration ? skippedGeneration + 1 : presented;
}

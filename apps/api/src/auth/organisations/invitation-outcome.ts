/** Why a line of a file invites nobody. */
export type LineFault = 'email.malformed' | 'role.unknown' | 'line.duplicate';

/** What the invitation of one line may be refused for, without the others. */
export const lineRefusals = ['member.exists', 'member.too-many', 'invitation.too-many', 'role.insufficient'] as const;

/** What became of a line. */
export type LineOutcome = 'invited' | 'invitation.open' | LineFault | (typeof lineRefusals)[number];

/** All that a line may become. */
export const lineOutcomes: readonly LineOutcome[] = [
  'invited',
  'invitation.open',
  ...lineRefusals,
  'email.malformed',
  'role.unknown',
  'line.duplicate',
];

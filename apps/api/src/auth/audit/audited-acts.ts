import type { SecurityEvent } from '../../platform/observability/security-events';
import { operatorActs } from '../operators/operator-act';

/** The security events that are stored for their person to read. */
export const auditedActs = [
  'account.registered',
  'account.verified',
  'account.password-changed',
  'account.signed-out-everywhere',
  'account.released',
  'account.email-change-requested',
  'account.email-change-cancelled',
  'account.email-changed',
  'account.email-change-undone',
  'account.deletion-requested',
  'account.deletion-cancelled',
  'account.export-requested',
  'account.export-downloaded',
  'sign-in.succeeded',
  'sign-in.failed',
  'session.ended',
  'second-factor.added',
  'second-factor.removed',
  'second-factor.codes-renewed',
  'passkey.added',
  'passkey.removed',
  'member.invited',
  'member.joined',
  'member.role-changed',
  'member.removed',
  'identity.added',
  'identity.removed',
  ...operatorActs,
] as const satisfies readonly SecurityEvent[];

export type AuditedAct = (typeof auditedActs)[number];

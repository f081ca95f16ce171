import type { TenantId, UserId } from '../../platform/ids/ids';

/** What operators do; each is also a security event, and what concerns an account is in the audit log of its person. */
export const operatorActs = [
  'operator.granted',
  'operator.revoked',
  'operator.account-viewed',
  'operator.account-blocked',
  'operator.account-unblocked',
  'operator.sessions-ended',
  'operator.verification-mailed',
  'operator.suppression-lifted',
  'operator.credits-granted',
  'operator.credits-taken-back',
  'operator.refund-requested',
  'operator.payment-explained',
] as const;

export type OperatorAct = (typeof operatorActs)[number];

/** An act of an operator, with why. */
export interface NewOperatorAct {
  /** null: the program of the installation. */
  operatorId: UserId | null;
  act: OperatorAct;
  reason: string;
  /** The account that it concerns. */
  userId?: UserId;
  /** The tenant that it concerns. */
  tenantId?: TenantId;
  /** The id of what it was about, such as a grant. */
  subject?: string;
}

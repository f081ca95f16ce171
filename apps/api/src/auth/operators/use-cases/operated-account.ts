import type { UserId } from '../../../platform/ids/ids';

/** The account on which an operator acts, and why. */
export interface OperatedAccount {
  userId: UserId;
  reason: string;
}

import type { ChargedAction } from './price-list';
import type { TenantId, UserId } from '../../platform/ids/ids';

/** An act of another module that is charged. */
export interface ChargeableAct {
  tenantId: TenantId;
  action: ChargedAction;
  /** The id of what the act created; one act is charged once. */
  reference: string;
}

/** A chargeable act, with the member who causes it, whose limit then counts. */
export interface MemberAct extends ChargeableAct {
  spentBy?: UserId;
}

/** What a charge took. */
export interface Charge {
  credits: number;
  balanceAfter: number;
  entryId: string;
}

/** What a reversal returned. */
export interface Reversal {
  credits: number;
  balanceAfter: number;
}

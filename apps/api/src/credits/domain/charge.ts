import type { ChargedAction } from './price-list';
import type { TenantId } from '../../platform/ids/ids';

/** An act of another module that is charged. */
export interface ChargeableAct {
  tenantId: TenantId;
  action: ChargedAction;
  /** The id of what the act created; one act is charged once. */
  reference: string;
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

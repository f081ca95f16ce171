import type { ChargedAction } from '../domain/price-list';

/** An act of another module that is charged. */
export interface ChargeableAct {
  tenantId: string;
  action: ChargedAction;
  /** The id of what the act made; one act is charged once. */
  reference: string;
}

/** What a charge took. */
export interface Charge {
  credits: number;
  balanceAfter: number;
  entryId: string;
}

/** What a reversal gave back. */
export interface Reversal {
  credits: number;
  balanceAfter: number;
}

/** The port through which other modules charge; what an act costs and whether it may happen is decided here. */
export abstract class CreditCharges {
  /**
   * Charges an act, in the caller's unit of work. Call it last: it locks the tenant's account.
   * @throws {DomainError} `subscription.required`, `credits.insufficient` with `balance` and `required`
   */
  abstract charge(act: ChargeableAct): Promise<Charge>;

  /**
   * Gives the charge for an act back to the grants it came from, once, in the caller's unit of work.
   * @throws {DomainError} `not-found` when the act was never charged, `charge.reversed`
   */
  abstract reverse(act: ChargeableAct): Promise<Reversal>;
}

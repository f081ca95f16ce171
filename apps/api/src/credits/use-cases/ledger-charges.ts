import { Injectable } from '@nestjs/common';
import { ChargeAct } from './charge-act';
import { type Charge, type ChargeableAct, CreditCharges, type Reversal } from './credit-charges';
import { ReverseCharge } from './reverse-charge';

/** Charges against the ledger. */
@Injectable()
export class LedgerCharges extends CreditCharges {
  constructor(
    private readonly chargeAct: ChargeAct,
    private readonly reverseCharge: ReverseCharge,
  ) {
    super();
  }

  charge(act: ChargeableAct): Promise<Charge> {
    return this.chargeAct.run(act);
  }

  reverse(act: ChargeableAct): Promise<Reversal> {
    return this.reverseCharge.run(act);
  }
}

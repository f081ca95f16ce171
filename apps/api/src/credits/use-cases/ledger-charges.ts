import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Metrics } from '../../platform/observability/metrics';
import { ChargeAct } from './charge-act';
import { type Charge, type ChargeableAct, CreditCharges, type Reversal } from './credit-charges';
import { ReverseCharge } from './reverse-charge';

/** Charges against the ledger. */
@Injectable()
export class LedgerCharges extends CreditCharges {
  constructor(
    private readonly chargeAct: ChargeAct,
    private readonly reverseCharge: ReverseCharge,
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  async charge(act: ChargeableAct): Promise<Charge> {
    const charge = await this.chargeAct.run(act);
    this.unitOfWork.afterCommit(() => this.metrics.count('CreditsSpent', charge.credits));
    return charge;
  }

  reverse(act: ChargeableAct): Promise<Reversal> {
    return this.reverseCharge.run(act);
  }
}

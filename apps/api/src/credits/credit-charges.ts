import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Metrics } from '../platform/observability/metrics';
import type { Charge, ChargeableAct, MemberAct, Reversal } from './domain/charge';
import { ChargeAct } from './use-cases/charge-act';
import { ReverseCharge } from './use-cases/reverse-charge';

/** The interface through which other modules charge; what an act costs and whether it is allowed is decided in credits. */
@Injectable()
export class CreditCharges {
  constructor(
    private readonly chargeAct: ChargeAct,
    private readonly reverseCharge: ReverseCharge,
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Charges an act, in the caller's unit of work. Call it last: it locks the tenant's account.
   * @throws {DomainError} `subscription.required`, `credits.suspended`, `credits.member-limit` with `limit`, `spent` and `required`,
   * `credits.insufficient` with `balance` and `required`
   */
  async charge(act: MemberAct): Promise<Charge> {
    const charge = await this.chargeAct.execute(act);
    this.unitOfWork.afterCommit(() => this.metrics.count('CreditsSpent', charge.credits));
    return charge;
  }

  /**
   * Returns the charge for an act to the grants it came from, once, in the caller's unit of work.
   * @throws {DomainError} `not-found` when the act was never charged, `charge.reversed`, `credits.suspended`
   */
  reverse(act: ChargeableAct): Promise<Reversal> {
    return this.reverseCharge.execute(act);
  }
}

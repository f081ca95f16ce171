import { Injectable } from '@nestjs/common';
import { type Plan, planIds, plans } from '../domain/plans';
import { type TopUpPack, topUpPack } from '../domain/top-up';
import { PaymentProviders } from '../payments/payment-providers';

/** Says what is on sale. */
@Injectable()
export class ListPlans {
  constructor(private readonly providers: PaymentProviders) {}

  execute(): { plans: Plan[]; topUp: TopUpPack; canRenew: boolean } {
    const canRenew = this.providers.get(this.providers.first).mandates !== null;
    return { plans: planIds.map((id) => plans[id]), topUp: topUpPack, canRenew };
  }
}

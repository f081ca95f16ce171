import { Injectable } from '@nestjs/common';
import { type Plan, planIds, plans } from '../domain/plans';
import { type TopUpPack, topUpPack } from '../domain/top-up';

/** Says what is on sale. */
@Injectable()
export class ListPlans {
  execute(): { plans: Plan[]; topUp: TopUpPack } {
    return { plans: planIds.map((id) => plans[id]), topUp: topUpPack };
  }
}

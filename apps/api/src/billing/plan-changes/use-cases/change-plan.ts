import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId } from '../../../platform/ids/ids';
import { alreadyPaidAhead, subscriptionOver } from '../../billing.errors';
import { instantOfAct } from '../../domain/facts';
import type { PlanId } from '../../domain/plans';
import { after, isPaidAhead, statusAt } from '../../domain/subscription';
import { SubscriptionRepository } from '../../persistence/subscription.repository';

/** Chooses the plan of the time after the paid one; the running plan takes another choice back. */
@Injectable()
export class ChangePlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns from when on the plan is wanted @throws {DomainError} `subscription.none`, `subscription.paid-ahead` */
  execute(tenantId: TenantId, plan: PlanId): Promise<Date> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const now = this.clock.now();
      const subscription = await this.subscriptions.lock(tenantId, now);
      const last = subscription.periods.at(-1);
      if (!last || !after(statusAt(subscription, now), 'changed')) throw subscriptionOver();
      if (isPaidAhead(subscription, now)) throw alreadyPaidAhead();
      if (plan !== (subscription.nextPlan ?? last.plan)) {
        const at = instantOfAct(subscription, now);
        await this.subscriptions.addAct(tenantId, newId(), { kind: 'change', plan, at });
      }
      return last.end;
    });
  }
}

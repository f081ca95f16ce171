import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import { subscriptionOver } from '../billing.errors';
import { instantOfAct } from '../domain/facts';
import { after, type SubscriptionView, subscriptionViewAt, statusAt } from '../domain/subscription';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** Takes a cancellation back while the paid time runs; again changes nothing. */
@Injectable()
export class ResumeSubscription {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `subscription.none` */
  execute(tenantId: TenantId): Promise<SubscriptionView> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const now = this.clock.now();
      const subscription = await this.subscriptions.lock(tenantId, now);
      if (!after(statusAt(subscription, now), 'resumed')) throw subscriptionOver();
      if (!subscription.cancelRequestedAt) return subscriptionViewAt(subscription, now);
      await this.subscriptions.addAct(tenantId, newId(), { kind: 'resume', at: instantOfAct(subscription, now) });
      return subscriptionViewAt({ ...subscription, cancelRequestedAt: null }, now);
    });
  }
}

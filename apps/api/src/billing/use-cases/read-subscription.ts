import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { TenantId } from '../../platform/ids/ids';
import { type SubscriptionView, subscriptionViewAt } from '../domain/subscription';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** Reads where a tenant's subscription stands now. */
@Injectable()
export class ReadSubscription {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tenantId: TenantId): Promise<SubscriptionView> {
    const now = this.clock.now();
    return subscriptionViewAt(await this.subscriptions.find(tenantId, now), now);
  }
}

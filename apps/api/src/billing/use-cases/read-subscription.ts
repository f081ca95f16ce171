import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { type Standing, standingAt } from '../domain/subscription';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** Reads where a tenant's subscription stands now. */
@Injectable()
export class ReadSubscription {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  async run(tenantId: string): Promise<Standing> {
    const now = this.clock.now();
    return standingAt(await this.subscriptions.find(tenantId, now), now);
  }
}

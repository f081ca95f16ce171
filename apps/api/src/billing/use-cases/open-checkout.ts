import { Injectable } from '@nestjs/common';
import { subscriptionRequired } from '../../credits';
import { Clock } from '../../platform/clock/clock';
import type { TenantId, UserId } from '../../platform/ids/ids';
import { subscriptionExists } from '../billing.errors';
import type { Order } from '../domain/order';
import { after, isRunning } from '../domain/subscription';
import { CheckoutRepository } from '../persistence/checkout.repository';
import type { CheckoutAtProvider } from './open-at-provider';
import { ReadSubscription } from './read-subscription';

/** Who buys, for which tenant. */
export interface Buyer {
  userId: UserId;
  tenantId: TenantId;
}

/** Adds a checkout, for a period of a plan or for packs of credits, that the payment provider has opened. */
@Injectable()
export class OpenCheckout {
  constructor(
    private readonly readSubscription: ReadSubscription,
    private readonly checkouts: CheckoutRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Part of the caller's unit of work.
   * @throws {DomainError} `subscription.exists` for a plan while a subscription runs, `subscription.required` for credits unless one runs
   */
  async execute({ tenantId, userId: buyerId }: Buyer, checkout: CheckoutAtProvider): Promise<void> {
    const { id, order, provider, providerReference } = checkout;
    await this.assertAllowed(tenantId, order);
    const openedAt = this.clock.now();
    await this.checkouts.add({ tenantId, id, buyerId, order, provider, providerReference, openedAt });
  }

  private async assertAllowed(tenantId: TenantId, { kind }: Order): Promise<void> {
    const { status } = await this.readSubscription.execute(tenantId);
    if (kind === 'plan' && !after(status, 'checkout-opened')) throw subscriptionExists();
    if (kind === 'top_up' && !isRunning(status)) throw subscriptionRequired();
  }
}

import { Injectable } from '@nestjs/common';
import { v5 as idFrom } from 'uuid';
import { subscriptionRequired } from '../../credits';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CheckoutId, type TenantId, type UserId } from '../../platform/ids/ids';
import { alreadyPaidAhead } from '../billing.errors';
import type { Order } from '../domain/order';
import { isPaidAhead, isRunning, statusAt } from '../domain/subscription';
import { OrderRepository } from '../persistence/order.repository';
import { PaymentProvider } from '../payments/payment-provider';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** How long a request that comes again means the order that it made first, in milliseconds. */
const maxRetryAge = 86_400_000;

/** Who buys, for which tenant. */
export interface Buyer {
  userId: UserId;
  tenantId: TenantId;
}

/** Places an order, before any provider hears of it. */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly orders: OrderRepository,
    private readonly provider: PaymentProvider,
    private readonly clock: Clock,
  ) {}

  /**
   * @param requestId the same for every retry of one request; a day later it is another order's
   * @returns the id of the order
   * @throws {DomainError} `subscription.paid-ahead` for a plan when the next period is paid, `subscription.required` for credits
   *   unless a subscription runs
   */
  execute({ tenantId, userId: buyerId }: Buyer, requestId: string, order: Order): Promise<CheckoutId> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const openedAt = this.clock.now();
      await this.assertAllowed(tenantId, order, openedAt);
      const id = await this.idFor(tenantId, requestId, openedAt);
      await this.orders.add({ tenantId, id, buyerId, order, provider: this.provider.name, openedAt });
      return id;
    });
  }

  private async idFor(tenantId: TenantId, requestId: string, now: Date): Promise<CheckoutId> {
    let id = CheckoutId(requestId);
    for (;;) {
      const placedAt = await this.orders.openedAt(tenantId, id);
      if (placedAt === null || Number(now) - Number(placedAt) < maxRetryAge) return id;
      id = CheckoutId(idFrom('again', id));
    }
  }

  private async assertAllowed(tenantId: TenantId, { kind }: Order, now: Date): Promise<void> {
    const subscription = await this.subscriptions.find(tenantId, now);
    if (kind === 'plan' && isPaidAhead(subscription, now)) throw alreadyPaidAhead();
    if (kind === 'top_up' && !isRunning(statusAt(subscription, now))) throw subscriptionRequired();
  }
}

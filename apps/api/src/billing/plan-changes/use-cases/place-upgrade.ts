import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CheckoutId, type TenantId } from '../../../platform/ids/ids';
import { alreadyPaidAhead, providerNotOffered, subscriptionOver } from '../../billing.errors';
import type { Order } from '../../domain/order';
import type { PlanId } from '../../domain/plans';
import { isPaidAhead } from '../../domain/subscription';
import { isDearer, orderUpgrade, priceHolds, replaceablePeriod, upgradePrice } from '../../domain/upgrade';
import { PaymentProviders } from '../../payments/payment-providers';
import { OrderRepository } from '../../persistence/order.repository';
import { SubscriptionRepository } from '../../persistence/subscription.repository';
import type { Buyer, PlacedOrder } from '../../use-cases/place-order';

/** Places the order of an upgrade, before any provider hears of it. */
@Injectable()
export class PlaceUpgrade {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly orders: OrderRepository,
    private readonly providers: PaymentProviders,
    private readonly clock: Clock,
  ) {}

  /**
   * The unused time of one period reduces one price: whoever asks again within a day gets the same order.
   * @param requestId the id of a new order
   * @throws {DomainError} `payment.provider`, `subscription.none` when no cheaper plan runs or it is disputed, `subscription.paid-ahead`
   */
  execute(
    { tenantId, userId: buyerId, provider = this.providers.first }: Buyer,
    requestId: string,
    plan: PlanId,
  ): Promise<PlacedOrder & { order: Order }> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!this.providers.offers(provider)) throw providerNotOffered();
      const now = this.clock.now();
      const { period, orderId: replaces, value } = await this.replaceable(tenantId, plan, now);
      const before = await this.orders.findUpgrade(tenantId, replaces, new Date(Number(now) - priceHolds));
      if (before?.plan === plan && this.providers.offers(before.provider)) {
        return { ...before, order: orderUpgrade(plan, period.plan, replaces, before.price) };
      }
      const order = orderUpgrade(plan, period.plan, replaces, upgradePrice(plan, period, value, now));
      const id = CheckoutId(requestId);
      await this.orders.add({ tenantId, buyerId, order, openedAt: now, provider, id });
      return { id, provider, order };
    });
  }

  private async replaceable(tenantId: TenantId, plan: PlanId, now: Date) {
    const subscription = await this.subscriptions.lock(tenantId, now);
    if (isPaidAhead(subscription, now)) throw alreadyPaidAhead();
    const period = replaceablePeriod(subscription, now);
    if (!period || !isDearer(plan, period.plan)) throw subscriptionOver();
    return { period, ...(await this.subscriptions.valueOf(tenantId, period.paidBy)) };
  }
}

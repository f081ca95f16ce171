import { Injectable } from '@nestjs/common';
import { v5 as idFrom } from 'uuid';
import { subscriptionRequired } from '../../credits';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CheckoutId, type TenantId, type UserId } from '../../platform/ids/ids';
import { alreadyPaidAhead, providerNotOffered, renewalNotOffered } from '../billing.errors';
import type { Order } from '../domain/order';
import { isPaidAhead, isRunning, statusAt, suspendedSince } from '../domain/subscription';
import { OrderRepository } from '../persistence/order.repository';
import { PaymentProviders } from '../payments/payment-providers';
import { mandateTerms } from '../renewals/domain/renewal';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** How long a request that comes again means the order that it made first, in milliseconds. */
const maxRetryAge = 86_400_000;

/** Who buys, for which tenant. */
export interface Buyer {
  userId: UserId;
  tenantId: TenantId;
  /** Whom the buyer chose to collect; else the provider that is offered first. */
  provider?: string | undefined;
  /** Whether the buyer wants the plan to renew by itself, and is asked for the consent. */
  autoRenew?: boolean | undefined;
}

/** An order as it was placed. */
export interface PlacedOrder {
  id: CheckoutId;
  /** The name of the provider that collects it. */
  provider: string;
}

/** Places an order, before any provider hears of it. */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly orders: OrderRepository,
    private readonly providers: PaymentProviders,
    private readonly clock: Clock,
  ) {}

  /**
   * @param requestId the same for every retry of one request; a day later it is another order's
   * @returns the order's id, and who collects it
   * @throws {DomainError} `payment.provider` for a provider that is not offered, `renewal.not-offered` for one without mandates, `subscription.paid-ahead` for a plan when the next period is paid, `subscription.required` for credits
   *   unless a subscription runs
   */
  execute(
    { tenantId, userId: buyerId, provider = this.providers.first, autoRenew = false }: Buyer,
    requestId: string,
    order: Order,
  ): Promise<PlacedOrder> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!this.providers.offers(provider)) throw providerNotOffered();
      if (autoRenew && !this.providers.get(provider).mandates) throw renewalNotOffered();
      const openedAt = this.clock.now();
      await this.assertAllowed(tenantId, order, openedAt);
      const placed = await this.findPlaced(tenantId, requestId, openedAt);
      if (placed.provider !== null) return { ...placed, provider: placed.provider };
      const mandate = autoRenew && order.plan ? mandateTerms(order.plan, openedAt) : null;
      await this.orders.add({ tenantId, buyerId, order, openedAt, provider, id: placed.id, mandate });
      return { id: placed.id, provider };
    });
  }

  /** The order that an earlier attempt has placed, unless it is old or nobody collects it any more; else the id of a new one. */
  private async findPlaced(
    tenantId: TenantId,
    requestId: string,
    now: Date,
  ): Promise<{ id: CheckoutId; provider: string | null }> {
    let id = CheckoutId(requestId);
    for (;;) {
      const placed = await this.orders.findPlaced(tenantId, id);
      if (!placed) return { id, provider: null };
      const { provider, openedAt } = placed;
      if (Number(now) - Number(openedAt) < maxRetryAge && this.providers.offers(provider)) return { id, provider };
      id = CheckoutId(idFrom('again', id));
    }
  }

  private async assertAllowed(tenantId: TenantId, { kind }: Order, now: Date): Promise<void> {
    const subscription = await this.subscriptions.find(tenantId, now);
    if (kind === 'plan' && isPaidAhead(subscription, now)) throw alreadyPaidAhead();
    const isGiven = isRunning(statusAt(subscription, now)) && suspendedSince(subscription, now) === null;
    if (kind === 'top_up' && !isGiven) throw subscriptionRequired();
  }
}

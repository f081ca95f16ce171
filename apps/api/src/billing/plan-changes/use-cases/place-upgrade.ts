import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CheckoutId } from '../../../platform/ids/ids';
import { providerNotOffered, renewalNotOffered } from '../../billing.errors';
import type { Order } from '../../domain/order';
import type { PlanId } from '../../domain/plans';
import { orderUpgrade, priceHolds, upgradePrice } from '../../domain/upgrade';
import { PaymentProviders } from '../../payments/payment-providers';
import { OrderRepository } from '../../persistence/order.repository';
import { mandateTerms } from '../../renewals/domain/renewal';
import type { Buyer, PlacedOrder } from '../../use-cases/place-order';
import { FindReplaceable } from './find-replaceable';

/** Places the order of an upgrade, before any provider hears of it. */
@Injectable()
export class PlaceUpgrade {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly findReplaceable: FindReplaceable,
    private readonly orders: OrderRepository,
    private readonly providers: PaymentProviders,
    private readonly clock: Clock,
  ) {}

  /**
   * The unused time of one period reduces one price: whoever asks again within a day gets the same order.
   * @param requestId the id of a new order
   * @throws {DomainError} `payment.provider`, `renewal.not-offered`, `subscription.none` when no cheaper plan runs or it is disputed, `subscription.paid-ahead`
   */
  execute(
    { tenantId, userId: buyerId, provider = this.providers.first, autoRenew = false }: Buyer,
    requestId: string,
    plan: PlanId,
  ): Promise<PlacedOrder & { order: Order }> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!this.providers.offers(provider)) throw providerNotOffered();
      const canRenew = this.providers.get(provider).mandates !== null;
      if (autoRenew && !canRenew) throw renewalNotOffered();
      const now = this.clock.now();
      const {
        period,
        orderId: replaces,
        value,
        needsMandate,
      } = await this.findReplaceable.execute(tenantId, plan, now);
      const before = await this.orders.findUpgrade(tenantId, replaces, new Date(Number(now) - priceHolds));
      if (before?.plan === plan && this.providers.offers(before.provider)) {
        return { ...before, order: orderUpgrade(plan, period.plan, replaces, before.price) };
      }
      const order = orderUpgrade(plan, period.plan, replaces, upgradePrice(plan, period, value, now));
      const id = CheckoutId(requestId);
      const mandate = autoRenew || (canRenew && needsMandate) ? mandateTerms(plan, now) : null;
      await this.orders.add({ tenantId, buyerId, order, openedAt: now, provider, id, mandate });
      return { id, provider, order };
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { IdempotentRequest, Reply } from '../../platform/idempotency/idempotency';
import { subscriptionExists } from '../billing.errors';
import { orderPlan } from '../domain/order';
import type { PlanId } from '../domain/plans';
import { after } from '../domain/subscription';
import { type Buyer, PlaceOrder } from './place-order';
import { ReadSubscription } from './read-subscription';

/** Opens a checkout for a period of a plan. */
@Injectable()
export class OpenCheckout {
  constructor(
    private readonly placeOrder: PlaceOrder,
    private readonly readSubscription: ReadSubscription,
  ) {}

  /** @throws {DomainError} `subscription.exists` while one is running, and what `PlaceOrder` refuses */
  run(buyer: Buyer, plan: PlanId, request: IdempotentRequest): Promise<Reply> {
    return this.placeOrder.run(buyer, orderPlan(plan), request, async () => {
      const { status } = await this.readSubscription.run(buyer.tenantId);
      if (!after(status, 'checkout-opened')) throw subscriptionExists();
    });
  }
}

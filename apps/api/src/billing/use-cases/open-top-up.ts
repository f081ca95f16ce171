import { Injectable } from '@nestjs/common';
import { subscriptionRequired } from '../../credits';
import type { IdempotentRequest, Reply } from '../../platform/idempotency/idempotency';
import { orderTopUp } from '../domain/order';
import { isRunning } from '../domain/subscription';
import { type Buyer, PlaceOrder } from './place-order';
import { ReadSubscription } from './read-subscription';

/** Opens a checkout for packs of credits. */
@Injectable()
export class OpenTopUp {
  constructor(
    private readonly placeOrder: PlaceOrder,
    private readonly readSubscription: ReadSubscription,
  ) {}

  /** @throws {DomainError} `subscription.required` unless one is running, and what `PlaceOrder` refuses */
  run(buyer: Buyer, packs: number, request: IdempotentRequest): Promise<Reply> {
    return this.placeOrder.run(buyer, orderTopUp(packs), request, async () => {
      const { status } = await this.readSubscription.run(buyer.tenantId);
      if (!isRunning(status)) throw subscriptionRequired();
    });
  }
}

import { Injectable } from '@nestjs/common';
import { v5 as idFrom } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Idempotency, type IdempotentRequest, type Reply, requireKey } from '../../platform/idempotency/idempotency';
import type { Order } from '../domain/order';
import { CheckoutRepository } from '../persistence/checkout.repository';
import { OpenAtProvider } from './open-at-provider';

/** Who buys, for which tenant. */
export interface Buyer {
  userId: string;
  tenantId: string;
}

/** Opens a checkout for an order, once per Idempotency-Key. */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly openAtProvider: OpenAtProvider,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly checkouts: CheckoutRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The checkout's id follows from the request, so that a retry finds the provider's checkout of the first attempt.
   * @param requireLeave refuses what may not be bought now
   * @throws {DomainError} `idempotency.key-required`, `idempotency.key-reused`, `idempotency.in-progress`
   */
  async run(buyer: Buyer, order: Order, request: IdempotentRequest, requireLeave: () => Promise<void>): Promise<Reply> {
    const { tenantId, userId: buyerId } = buyer;
    const id = idFrom(`${requireKey(request)} ${request.fingerprint.toString('hex')}`, tenantId);
    const { url, ...at } = await this.openAtProvider.run(tenantId, id, order);
    return this.unitOfWork.run({ tenant: tenantId }, () =>
      this.idempotency.once(tenantId, request, async () => {
        await requireLeave();
        await this.checkouts.add({ tenantId, id, buyerId, order, ...at, openedAt: this.clock.now() });
        return { status: 201, body: { checkoutId: id, url } };
      }),
    );
  }
}

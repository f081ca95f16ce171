import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutStatus } from '../domain/checkout';
import { PaymentProvider, type SignedEvent } from '../payments/payment-provider';
import { FindOrder } from './find-order';
import { SettleOrder } from './settle-order';

/** Processes an event of the provider: verified outside of the unit of work, claimed inside it together with its effect. */
@Injectable()
export class IngestPaymentEvent {
  constructor(
    private readonly provider: PaymentProvider,
    private readonly findOrder: FindOrder,
    private readonly settleOrder: SettleOrder,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Events may come repeatedly and in any order. When it throws, nothing was stored, and the provider must deliver the event again.
   * @returns the checkout's status afterwards
   * @throws {DomainError} `webhook.signature`, `webhook.unreadable`, `not-found` for an unknown order
   */
  async execute(signed: SignedEvent): Promise<CheckoutStatus> {
    const event = this.provider.verifyWebhook(signed);
    const { name } = this.provider;
    const { tenantId } = await this.findOrder.execute(name, event.checkoutId);
    return this.unitOfWork.run({ tenant: tenantId }, () => this.settleOrder.execute(name, tenantId, event));
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutStatus } from '../domain/checkout';
import { PaymentProvider, type SignedEvent } from '../payments/payment-provider';
import { FindCheckout } from './find-checkout';
import { SettleCheckout } from './settle-checkout';

/** Processes an event of the provider: verified outside of the unit of work, claimed inside it together with its effect. */
@Injectable()
export class IngestPaymentEvent {
  constructor(
    private readonly provider: PaymentProvider,
    private readonly findCheckout: FindCheckout,
    private readonly settleCheckout: SettleCheckout,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Events may come repeatedly and in any order. When it throws, nothing was stored, and the provider must deliver the event again.
   * @returns the checkout's status afterwards
   * @throws {DomainError} `webhook.signature`, `webhook.unreadable`, `not-found` for an unknown checkout
   */
  async execute(signed: SignedEvent): Promise<CheckoutStatus> {
    const event = this.provider.verifyWebhook(signed);
    const { name } = this.provider;
    const { tenantId } = await this.findCheckout.execute(name, event.checkoutId);
    return this.unitOfWork.run({ tenant: tenantId }, () => this.settleCheckout.execute(name, tenantId, event));
  }
}
